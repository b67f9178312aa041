using SyncGen.Providers;

namespace SyncGen.Relational.Leaves;

/// <summary>Reads a leaf's edits, merged over all tables in the order of their ticks.</summary>
internal sealed class LeafEditStream : EditStream
{
    private readonly RelationalStore _store;
    private readonly HubProgress _progress;
    private readonly EditCursor[] _cursors;
    private readonly List<UnreadableRow> _unreadable = [];
    private long _read;

    public LeafEditStream(RelationalStore store, IReadOnlyList<LeafTable> tables, HubProgress progress, long expectedRows)
    {
        _store = store;
        _progress = progress;
        _cursors = [.. tables.Where(table => store.Sends(table.Table)).Select(table => table.OpenEdits())];
        ExpectedRows = expectedRows;
        _unreadable.AddRange(store.Unreadable);
        store.Unreadable.Clear();
    }

    public override long ExpectedRows { get; }

    public override IReadOnlyList<UnreadableRow> Unreadable => _unreadable;

    public override async ValueTask<EditBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        var open = new List<EditCursor>();
        var bytes = 0L;
        await _store.BeginAsync(TransactionKind.Read, cancellationToken);
        try
        {
            await _progress.BeginEditsAsync(cancellationToken);
            foreach (var cursor in _cursors)
            {
                cursor.Open(_read);
                if (await cursor.MoveNextAsync(cancellationToken))
                {
                    open.Add(cursor);
                }
            }

            while (open.Count > 0 && bytes < _store.Settings.BatchBytesMax)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var next = open[0];
                foreach (var cursor in open)
                {
                    next = cursor.Tick < next.Tick ? cursor : next;
                }

                bytes += await next.TakeAsync(_unreadable, cancellationToken);
                _read = next.Tick;
                if (!await next.MoveNextAsync(cancellationToken))
                {
                    open.Remove(next);
                }
            }
        }
        finally
        {
            foreach (var cursor in open)
            {
                cursor.Close();
            }

            await _store.RollbackAsync();
        }

        var tables = _cursors.Select(cursor => cursor.Taken).OfType<TableEdits>().ToList();
        return tables.Count == 0 ? null : new EditBatch(tables, _read, bytes) { IsLast = open.Count == 0 };
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var cursor in _cursors)
        {
            cursor.Close();
        }

        return ValueTask.CompletedTask;
    }
}
