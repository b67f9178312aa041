namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>A table's SQL for SQLite, each script a literal.</summary>
internal sealed record SqliteTableLiterals(string CreateTable, string CreateLog, string CreatePeer, string CreateLeaf, string Drop);
