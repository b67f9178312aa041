namespace SyncGen.CodeGeneration.Model;

/// <summary>What the project that is compiled has at hand.</summary>
/// <param name="Databases">The databases whose providers it references.</param>
/// <param name="HasServices">Whether it references the abstractions of dependency injection, of a version that knows keyed services.</param>
/// <param name="HasEndpoints">Whether it references SyncGen's service for ASP.NET Core.</param>
/// <param name="HasHttp">Whether it references SyncGen's client for hubs behind HTTP.</param>
/// <param name="LanguageVersion">The version of C# in hundreds, such as 1200 for C# 12.</param>
internal sealed record HostOptions(Databases Databases, bool HasServices, bool HasEndpoints, bool HasHttp, int LanguageVersion);
