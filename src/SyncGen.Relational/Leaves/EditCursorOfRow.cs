using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Leaves;

/// <summary>Reads the edits of one table in the order of their ticks.</summary>
internal sealed class EditCursor<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements) : EditCursor
    where TRow : class
{
    /// <summary>What an edit costs beside its values.</summary>
    private const int EditOverheadBytes = 32;

    private readonly RelationalStatement _statement =
        store.Connection.Stream(statements.Leaf.Edits, table, new StreamPortions(statements.Leaf.Edits, [table.Columns.Count]));
    private readonly int _width = table.Columns.Count;
    private TableEdits<TRow>? _taken;

    public override TableEdits? Taken => _taken;

    public override void Open(long from)
    {
        _taken = null;
        _statement.Parameters.SetInt64(0, from);
    }

    public override async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        if (!await _statement.ReadAsync(cancellationToken))
        {
            return false;
        }

        Tick = _statement.Row.GetInt64(_width);
        return true;
    }

    public override async ValueTask<long> TakeAsync(List<UnreadableRow> unreadable, CancellationToken cancellationToken)
    {
        var row = _statement.Row;
        var deleted = row.GetInt32(_width + 3) == 0;
        var before = _statement.BytesRead;
        if (!RowReading.TryRead(table, _statement, deleted, SyncVersion.None, deleted ? [] : unreadable, out var read))
        {
            if (deleted)
            {
                // A row whose key could not be read never travelled, so that nobody need hear that it is gone.
                store.VoidEdits.Add((statements.Leaf.Delete, Tick));
            }

            return 0;
        }

        if (deleted && await RowReading.IsThereAsync(store, table, statements, read, _statement.OddKey, cancellationToken))
        {
            store.VoidEdits.Add((statements.Leaf.Delete, Tick));
            return 0;
        }

        _taken ??= new TableEdits<TRow>(table);
        _taken.Edits.Add(new RowEdit<TRow>(read, deleted, Tick, row.GetInt64(_width + 1), row.GetInt64(_width + 2)));
        return _statement.BytesRead - before + EditOverheadBytes;
    }

    public override void Close() => _statement.Reset();
}
