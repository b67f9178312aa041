using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Peers;

/// <summary>Reads the changed rows of one table, or of a part of it, in the order of their ticks.</summary>
internal sealed class ChangeCursor<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements, PartReadSql? part, int ordinal)
    : ChangeCursor
    where TRow : class
{
    /// <summary>What a row costs beside its values: versions, times.</summary>
    public const int RowOverheadBytes = 48;

    /// <summary>No replica's number, nor what stands for a row without an author.</summary>
    public const int Nobody = -1;

    private readonly int _width = table.Columns.Count;
    private RelationalStatement? _opened;

    private RelationalStatement Opened => _opened ?? throw new InvalidOperationException("The cursor is not open.");

    public override void Open(long from, long to, bool tombstonesOnly, ReadFilter filter)
    {
        var sql = tombstonesOnly
            ? part?.Tombstones ?? statements.Peer.Tombstones
            : part?.Changes ?? statements.Peer.Changes;
        _opened = store.Connection.Stream(sql, table, new StreamPortions(sql, [_width]));
        Opened.Parameters.SetInt64(0, from);
        Opened.Parameters.SetInt64(1, to);
        // Left out by the database, so that it need not look these rows up.
        Opened.Parameters.SetInt32(2, filter.Replica ?? Nobody);
        Opened.Parameters.SetInt32(3, filter.Author ?? Nobody);
        part?.Match.Bind(Opened.Parameters);
    }

    public override async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        if (!await Opened.ReadAsync(cancellationToken))
        {
            return false;
        }

        Tick = Opened.Row.GetInt64(_width);
        return true;
    }

    public override async ValueTask AddToAsync(BatchBuilder batch, CancellationToken cancellationToken)
    {
        var row = Opened.Row;
        var fields = TrackFields.Read(row, _width);
        var isThere = row.GetInt32(_width + TrackFields.Count) != 0;
        if (!fields.IsDeleted && !isThere)
        {
            // A row that is gone without a tombstone was deleted since the fold: its deletion has a later tick.
            return;
        }

        var local = await fields.ToLocalRowAsync(store, cancellationToken);
        var before = Opened.BytesRead;
        if (RowReading.TryRead(table, Opened, fields.IsDeleted, local.Version, batch.Unreadable, out var read))
        {
            if (fields.IsDeleted && await RowReading.IsThereAsync(store, table, statements, read, Opened.OddKey, cancellationToken))
            {
                return;
            }

            var kind = fields.IsDeleted ? ChangeKind.Delete : ChangeKind.Write;
            var change = new RowChange<TRow>(read, kind, local.Version, local.Base, local.Time);
            batch.Add(table, ordinal, change, Opened.BytesRead - before + RowOverheadBytes);
        }
    }

    public override void Close() => _opened?.Reset();
}
