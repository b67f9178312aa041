namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>The SQL of a table for one kind of database, each script as a C# literal.</summary>
/// <param name="Name">The database's name, such as <c>Sqlite</c>.</param>
/// <param name="CreateTable">Creates the application's table.</param>
/// <param name="CreateLog">Creates the change log.</param>
/// <param name="CreatePeer">Creates what a peer keeps.</param>
/// <param name="CreateLeaf">Creates what a leaf keeps.</param>
/// <param name="Drop">Drops all but the application's table.</param>
/// <param name="CreateRelations">Adds the foreign keys that wait for other tables; null where there are none.</param>
/// <param name="DropRelations">Takes them away again; null where there are none.</param>
/// <param name="CreatePart">Creates what a peer keeps of parts; null where no filter decides over the table.</param>
internal sealed record TableStoreView(
    string Name,
    string CreateTable,
    string CreateLog,
    string CreatePeer,
    string CreateLeaf,
    string Drop,
    string? CreateRelations,
    string? DropRelations,
    string? CreatePart)
{
    /// <summary>What adds the columns, such as <c>new("Title", "ALTER TABLE …", "''")</c>.</summary>
    public required EquatableArray<string> Columns { get; init; }
}
