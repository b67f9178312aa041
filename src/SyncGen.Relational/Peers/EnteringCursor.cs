using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>Reads the rows of one table that entered a part without having changed themselves, in the order of their moves.</summary>
internal sealed class EnteringCursor<TRow>(RelationalStore store, SyncTable<TRow> table, PartReadSql sql, PeerRows<TRow> rows, int ordinal)
    : ChangeCursor
    where TRow : class
{
    private readonly RelationalStatement _statement = store.Connection.Stream(
        sql.Entering, table, new StreamPortions(sql.Entering, [table.Columns.Count + TrackFields.Count]));

    private readonly int _width = table.Columns.Count;
    private bool _isOpen;

    public override void Open(long from, long to, bool tombstonesOnly, ReadFilter filter)
    {
        _isOpen = !tombstonesOnly;
        _statement.Parameters.SetInt64(0, from);
        _statement.Parameters.SetInt64(1, to);
        _statement.Parameters.SetInt32(2, filter.Replica ?? ChangeCursor<TRow>.Nobody);
        _statement.Parameters.SetInt32(3, filter.Author ?? ChangeCursor<TRow>.Nobody);
        sql.Match.Bind(_statement.Parameters);
    }

    public override async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        if (!_isOpen || !await _statement.ReadAsync(cancellationToken))
        {
            return false;
        }

        Tick = _statement.Row.GetInt64(_width + TrackFields.Count);
        return true;
    }

    public override async ValueTask AddToAsync(BatchBuilder batch, CancellationToken cancellationToken)
    {
        var row = _statement.Row;
        var local = row.IsNull(_width)
            ? await rows.Tracked.UntrackedAsync(cancellationToken)
            : await TrackFields.Read(row, _width).ToLocalRowAsync(store, cancellationToken);
        var before = _statement.BytesRead;
        if (RowReading.TryRead(table, _statement, keyOnly: false, local.Version, batch.Unreadable, out var read))
        {
            var change = new RowChange<TRow>(read, ChangeKind.Write, local.Version, local.Base, local.Time);
            batch.Add(table, ordinal, change, _statement.BytesRead - before + ChangeCursor<TRow>.RowOverheadBytes);
        }
    }

    public override void Close() => _statement.Reset();
}
