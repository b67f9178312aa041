namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>The SQL of a scope; the parts are those of the runtime's class of the same name.</summary>
internal sealed record SqliteScopeScript(string Create, string Drop);
