using SyncGen.Model;

namespace SyncGen.Providers;

/// <summary>The rows of one table in a batch, typed.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
/// <param name="table">The table.</param>
public sealed class TableChanges<TRow>(SyncTable<TRow> table) : TableChanges(table)
    where TRow : class
{
    /// <summary>The rows, each key at most once.</summary>
    public List<RowChange<TRow>> Rows { get; } = [];

    /// <inheritdoc/>
    public override int Count => Rows.Count;
}
