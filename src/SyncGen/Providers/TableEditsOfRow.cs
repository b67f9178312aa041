using SyncGen.Model;

namespace SyncGen.Providers;

/// <summary>The edits of one table in a batch, typed.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
/// <param name="table">The table.</param>
public sealed class TableEdits<TRow>(SyncTable<TRow> table) : TableEdits(table)
    where TRow : class
{
    /// <summary>The edits by tick, each key once.</summary>
    public List<RowEdit<TRow>> Edits { get; } = [];

    /// <inheritdoc/>
    public override int Count => Edits.Count;
}
