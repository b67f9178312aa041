using SyncGen.Filters;
using SyncGen.Providers;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>
/// Reads what a partner lacks: first, for one that has read nothing yet, whole tables and then tombstones; after that
/// what changed, merged over all tables in the order of ticks.
/// </summary>
internal sealed class PeerChangeStream : ChangeStream
{
    private readonly RelationalStore _store;
    private readonly IReadOnlyList<PeerTable> _tables;
    private readonly PeerFolder? _folder;
    private readonly ReadFilter _filter;
    private readonly bool _withTracking;
    private readonly bool _followsOn;
    private readonly FilterBinding? _binding;
    private readonly ChangeCursor[] _cursors;
    private readonly Evictions? _evictions;
    private ChangeHeader _header;
    private ReadCursor _at;
    private bool _finished;

    /// <summary>Creates a stream.</summary>
    /// <param name="store">The source.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="folder">Folds before each batch where the batches are not read from one snapshot; null where they are.</param>
    /// <param name="filter">What the partner needs not.</param>
    /// <param name="binding">The partner's part of the scope; null: all of it.</param>
    /// <param name="withTracking">Whether the partner wants to know the rows' versions.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="header">What is said before the rows.</param>
    /// <param name="followsOn">Whether what changes while the rows are read is read too.</param>
    public PeerChangeStream(
        RelationalStore store,
        IReadOnlyList<PeerTable> tables,
        PeerFolder? folder,
        ReadFilter filter,
        FilterBinding? binding,
        bool withTracking,
        ReadCursor start,
        ChangeHeader header,
        bool followsOn)
    {
        _store = store;
        _tables = [.. tables.Where(table => store.Sends(table.Table))];
        _folder = folder;
        _filter = filter;
        _withTracking = withTracking;
        _at = start;
        _binding = binding;
        _cursors = [.. _tables.SelectMany(table => table.OpenChanges(binding))];
        _evictions = binding is null ? null : new Evictions([.. _tables.SelectMany(table => table.OpenEvictions(binding, isPeer: withTracking))], filter);
        _followsOn = followsOn;
        _header = header;
    }

    public override ChangeHeader Header => _header;

    public override async ValueTask<ChangeBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_finished)
        {
            return null;
        }

        if (_folder is null)
        {
            return await ReadBatchAsync(cancellationToken);
        }

        try
        {
            // What was written since the last batch gets its version before it goes out.
            await _folder.BeginFoldedAsync(cancellationToken);
            var batch = await ReadBatchAsync(cancellationToken);
            await _store.CommitAsync(cancellationToken);
            return batch;
        }
        catch
        {
            await _store.RollbackAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var cursor in _cursors)
        {
            cursor.Close();
        }

        await _store.Connection.RollbackAsync();
    }

    private async ValueTask<ChangeBatch> ReadBatchAsync(CancellationToken cancellationToken)
    {
        var batch = new BatchBuilder(_store.Scope);
        batch.Unreadable.AddRange(_store.Unreadable);
        _store.Unreadable.Clear();
        if (_at.Stage == ReadStage.Scan)
        {
            await ScanAsync(batch, cancellationToken);
        }

        if (_at.Stage == ReadStage.Tombstones && HasRoom(batch)
            && await MergeAsync(batch, _at.Watermark, tombstonesOnly: true, cancellationToken))
        {
            _at = AfterScan();
        }

        if (_at.Stage == ReadStage.Changes && HasRoom(batch))
        {
            if (_followsOn)
            {
                await FollowOnAsync(cancellationToken);
            }

            var isReached = await MergeAsync(batch, Header.Watermark, tombstonesOnly: false, cancellationToken);
            _finished = isReached && _evictions is null;
            _at = isReached && _evictions is not null ? ReadCursor.Evictions(_at.Watermark, Header.Watermark) : _at;
        }

        if (_at.Stage == ReadStage.Evictions && _evictions is not null && HasRoom(batch))
        {
            (_at, _finished) = await _evictions.ReadAsync(batch, _at, _store.Settings.BatchBytesMax, cancellationToken);
        }

        return batch.Build(_at.ToBytes(), _finished);
    }

    /// <summary>
    /// Raises the watermark to the present tick. Without a snapshot, a row that changed since has a later tick than the
    /// watermark, and to leave it out would tear it from what travels without it: a child from its parent's delete.
    /// </summary>
    private async ValueTask FollowOnAsync(CancellationToken cancellationToken)
    {
        if (_store.State.Tick > Header.Watermark)
        {
            _header = Header with
            {
                Watermark = _store.State.Tick,
                Knowledge = await SharedKnowledge.OfAsync(_store, cancellationToken),
                Marker = await _store.MarkerAsync(cancellationToken),
            };
        }
    }

    /// <summary>Reads on in the scan until the batch is full or the scan is done.</summary>
    private async ValueTask ScanAsync(BatchBuilder batch, CancellationToken cancellationToken)
    {
        while (_at.Table < _tables.Count)
        {
            var cursor = _tables[_at.Table].OpenScan(_binding, _withTracking);
            try
            {
                await cursor.OpenAsync(_at.Key, cancellationToken);
                while (await cursor.MoveNextAsync(cancellationToken))
                {
                    await cursor.AddToAsync(batch, _filter, cancellationToken);
                    if (batch.Bytes >= _store.Settings.BatchBytesMax)
                    {
                        _at = ReadCursor.Scan(_at.Watermark, _at.Table, cursor.Key);
                        return;
                    }
                }
            }
            finally
            {
                cursor.Close();
            }

            _at = ReadCursor.Scan(_at.Watermark, _at.Table + 1, "");
        }

        _at = _filter.WithTombstones ? ReadCursor.Tombstones(_at.Watermark, 0) : AfterScan();
    }

    // A peer may have sent up, before it read anything, what lies outside its part, and has still to hear so.
    private ReadCursor AfterScan() =>
        _evictions is null ? ReadCursor.At(_at.Watermark) : ReadCursor.OfPart(_withTracking ? 0 : _at.Watermark, _at.Watermark);

    /// <summary>Reads on by tick, up to a tick; answers whether it is reached.</summary>
    private async ValueTask<bool> MergeAsync(
        BatchBuilder batch, long to, bool tombstonesOnly, CancellationToken cancellationToken)
    {
        var (position, isReached) = await ChangeMerge.ReadAsync(
            _cursors, batch, _at.Position, to, tombstonesOnly, _filter, _store.Settings.BatchBytesMax, cancellationToken);
        _at = _at with { Position = position };
        return isReached;
    }

    private bool HasRoom(BatchBuilder batch) => batch.Bytes < _store.Settings.BatchBytesMax;
}
