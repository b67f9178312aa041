using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.Relational.Sessions;

/// <summary>Collects the rows of a batch, table by table.</summary>
internal sealed class BatchBuilder(SyncScope scope)
{
    private readonly TableChanges?[] _tables = new TableChanges?[scope.Tables.Count];

    /// <summary>The size of the rows so far, in bytes, about.</summary>
    public long Bytes { get; private set; }

    /// <summary>Rows that could not be read.</summary>
    public List<UnreadableRow> Unreadable { get; } = [];

    /// <summary>Adds a row.</summary>
    public void Add<TRow>(SyncTable<TRow> table, int ordinal, RowChange<TRow> change, long bytes)
        where TRow : class
    {
        var changes = (TableChanges<TRow>)(_tables[ordinal - 1] ??= new TableChanges<TRow>(table));
        changes.Rows.Add(change);
        Bytes += bytes;
    }

    /// <summary>The batch, whose tables are in the scope's order.</summary>
    public ChangeBatch Build(byte[] cursor, bool isLast) =>
        new([.. _tables.OfType<TableChanges>()], cursor, isLast, Bytes) { Unreadable = Unreadable };
}
