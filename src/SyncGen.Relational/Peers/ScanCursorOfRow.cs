using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Peers;

/// <summary>Reads all rows of one table, or of a part of it, with their tracking or without.</summary>
internal sealed class ScanCursor<TRow>(
    RelationalStore store,
    SyncTable<TRow> table,
    TableStatements statements,
    PartReadSql? part,
    PeerRows<TRow> rows,
    bool withTracking,
    int ordinal) : ScanCursor
    where TRow : class
{
    private readonly ScanSql _sql = withTracking
        ? part?.ScanTracked ?? statements.Peer.ScanTracked
        : part?.ScanPlain ?? statements.Peer.ScanPlain;

    private readonly int _width = table.Columns.Count;
    private RelationalStatement? _open;
    private LocalRow? _untracked;

    private RelationalStatement Open => _open ?? throw new InvalidOperationException("The cursor is not open.");

    public override string Key => RowReading.KeyOf(table, Open.Row);

    public override async ValueTask OpenAsync(string after, CancellationToken cancellationToken)
    {
        _open = store.Connection.Stream(_sql.First, table, _sql.Portions);
        if (after.Length == 0)
        {
            part?.Match.Bind(_open.Parameters);
            return;
        }

        var key = RowJson.ReadKey(table, after);
        if (_sql.Locate is null)
        {
            _open = store.Connection.Stream(_sql.Next, table, _sql.Portions);
            table.WriteKey(key, _open.Parameters);
            part?.Match.Bind(_open.Parameters);
            return;
        }

        var locate = store.Connection.Statement(_sql.Locate, table);
        table.WriteKey(key, locate.Parameters);
        if (await locate.ReadAsync(cancellationToken))
        {
            _open = store.Connection.Stream(_sql.Next, table, _sql.Portions);
            _open.Parameters.SetInt64(0, locate.Row.GetInt64(0));
            locate.Reset();
        }
    }

    public override ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken) => Open.ReadAsync(cancellationToken);

    public override async ValueTask AddToAsync(BatchBuilder batch, ReadFilter filter, CancellationToken cancellationToken)
    {
        var row = Open.Row;
        LocalRow local = default;
        if (withTracking)
        {
            local = row.IsNull(_width)
                ? _untracked ??= await rows.Tracked.UntrackedAsync(cancellationToken)
                : await TrackFields.Read(row, _width).ToLocalRowAsync(store, cancellationToken);
            if (filter.Replica is { } replica && await store.Replicas.IdOfAsync(replica, cancellationToken) == local.Version.Replica)
            {
                return;
            }
        }

        var before = Open.BytesRead;
        if (RowReading.TryRead(table, Open, keyOnly: false, local.Version, batch.Unreadable, out var read))
        {
            var change = new RowChange<TRow>(read, ChangeKind.Write, local.Version, local.Base, local.Time);
            batch.Add(table, ordinal, change, Open.BytesRead - before + ChangeCursor<TRow>.RowOverheadBytes);
        }
    }

    public override void Close() => _open?.Reset();
}
