namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>The SQL of one table; the parts are those of the runtime's class of the same name.</summary>
internal sealed record SqliteTableScript(string CreateTable, string CreateLog, string CreatePeer, string CreateLeaf, string Drop);
