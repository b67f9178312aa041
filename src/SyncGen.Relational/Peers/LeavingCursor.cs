using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Sessions;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>
/// Reads the keys of one table whose rows left a part, in the order of their moves, or those that a peer wrote outside of it: evictions.
/// </summary>
internal sealed class LeavingCursor<TRow>(RelationalStore store, SyncTable<TRow> table, PartReadSql sql, bool isRejection, int ordinal) : ChangeCursor
    where TRow : class
{
    private readonly RelationalStatement _statement = store.Connection.Stream(
        isRejection ? sql.Rejected : sql.Leaving, table, new StreamPortions(isRejection ? sql.Rejected : sql.Leaving, [table.KeyLength]));


    public override void Open(long from, long to, bool tombstonesOnly, ReadFilter filter)
    {
        _statement.Parameters.SetInt64(0, from);
        _statement.Parameters.SetInt64(1, to);
        if (isRejection)
        {
            _statement.Parameters.SetInt32(2, filter.Replica ?? ChangeCursor<TRow>.Nobody);
        }

        sql.Match.Bind(_statement.Parameters);
    }

    public override async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        if (!await _statement.ReadAsync(cancellationToken))
        {
            return false;
        }

        Tick = _statement.Row.GetInt64(table.KeyLength);
        return true;
    }

    public override async ValueTask AddToAsync(BatchBuilder batch, CancellationToken cancellationToken)
    {
        // A version of this store's own tells an eviction that rejects from one that follows a move.
        var version = isRejection ? new SyncVersion(await store.IdentityAsync(cancellationToken), Tick) : SyncVersion.None;
        var before = _statement.BytesRead;
        // A row whose key cannot be read never travelled.
        if (RowReading.TryRead(table, _statement, keyOnly: true, SyncVersion.None, [], out var key))
        {
            var change = new RowChange<TRow>(key, ChangeKind.Evict, version, SyncVersion.None, 0);
            batch.Add(table, ordinal, change, _statement.BytesRead - before + ChangeCursor<TRow>.RowOverheadBytes);
        }
    }

    public override void Close() => _statement.Reset();
}
