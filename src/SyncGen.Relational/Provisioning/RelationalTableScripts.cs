namespace SyncGen.Relational.Provisioning;

/// <summary>
/// The SQL of one table of a scope for one kind of database. Generated. Every script is idempotent and may hold several
/// statements. Immutable and thread-safe.
/// </summary>
/// <param name="CreateTable">Creates the application's table where it is missing.</param>
/// <param name="CreateLog">Creates the change log and the triggers that append to it.</param>
/// <param name="CreatePeer">Creates what a peer keeps for the table: the tracking table.</param>
/// <param name="CreateLeaf">Creates what a leaf keeps for the table: edits, and keys seen while it reconciles.</param>
/// <param name="Drop">Drops everything that the others created, but for the application's table.</param>
public sealed record RelationalTableScripts(
    string CreateTable,
    string CreateLog,
    string CreatePeer,
    string CreateLeaf,
    string Drop)
{
    /// <summary>
    /// Adds to an application's table that provisioning created the foreign keys of a cycle, once all tables are there.
    /// Default: empty, where there is none or the database does not mind.
    /// </summary>
    public string CreateRelations { get; init; } = "";

    /// <summary>Takes away what <see cref="CreateRelations"/> added, before the table is dropped. Default: empty.</summary>
    public string DropRelations { get; init; } = "";

    /// <summary>
    /// Creates what a peer keeps of the parts in which the table's rows lie: their effective filter values, and moves. Default:
    /// empty, where no filter decides over the table.
    /// </summary>
    public string CreatePart { get; init; } = "";

    /// <summary>
    /// What adds the columns to an application's table that lacks them: first those of the table's descriptor, in its order, then those that
    /// the scope leaves out. Default: empty; then a store cannot be migrated to the model.
    /// </summary>
    public IReadOnlyList<RelationalColumnScript> Columns { get; init; } = [];
}
