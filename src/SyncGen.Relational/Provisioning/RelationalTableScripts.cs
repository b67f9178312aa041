namespace SyncGen.Relational.Provisioning;

/// <summary>The generated SQL of a table, for one kind of database.</summary>
/// <param name="CreateTable">Creates the application's table where it is missing.</param>
/// <param name="CreateLog">Creates the change log and its triggers.</param>
/// <param name="CreatePeer">Creates what a peer keeps.</param>
/// <param name="CreateLeaf">Creates what a leaf keeps.</param>
/// <param name="Drop">Drops all but the application's table.</param>
public sealed record RelationalTableScripts(
    string CreateTable, string CreateLog, string CreatePeer, string CreateLeaf, string Drop);
