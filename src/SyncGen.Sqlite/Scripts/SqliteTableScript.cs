namespace SyncGen.Sqlite.Scripts;

/// <summary>The SQL of one table of a scope. Generated. Every script is idempotent and may hold several statements.</summary>
/// <param name="CreateTable">Creates the application's table where it is missing.</param>
/// <param name="CreateLog">Creates the change log and the triggers that append to it.</param>
/// <param name="CreatePeer">Creates what a peer keeps for the table: the tracking table.</param>
/// <param name="CreateLeaf">Creates what a leaf keeps for the table: edits, and keys seen while it reconciles.</param>
/// <param name="Drop">Drops everything that the others created, but for the application's table.</param>
public sealed record SqliteTableScript(
    string CreateTable,
    string CreateLog,
    string CreatePeer,
    string CreateLeaf,
    string Drop);
