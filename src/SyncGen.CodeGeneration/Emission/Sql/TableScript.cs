namespace SyncGen.CodeGeneration.Emission.Sql;

/// <summary>The SQL of one table for one kind of database; the parts are those of the runtime's <c>RelationalTableScripts</c>.</summary>
internal sealed record TableScript(string CreateTable, string CreateLog, string CreatePeer, string CreateLeaf, string Drop)
{
    /// <summary>Adds the foreign keys that wait until all tables are there; empty where there are none.</summary>
    public string CreateRelations { get; init; } = "";

    /// <summary>Takes them away again.</summary>
    public string DropRelations { get; init; } = "";
}
