namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>A scope's SQL for SQLite, each script a literal.</summary>
internal sealed record SqliteScopeLiterals(string Create, string Drop);
