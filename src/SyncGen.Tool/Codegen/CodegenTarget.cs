using SyncGen.CodeGeneration.Model;

namespace SyncGen.Tool.Codegen;

/// <summary>What generated files are for.</summary>
/// <param name="Databases">The databases; null: all that the model fits.</param>
/// <param name="HasHttp">Whether the project references SyncGen.Http.</param>
/// <param name="HasEndpoints">Whether it references SyncGen.AspNetCore.</param>
internal sealed record CodegenTarget(Databases? Databases, bool HasHttp, bool HasEndpoints);
