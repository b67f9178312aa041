using SyncGen.Filters;
using SyncGen.Providers;
using SyncGen.Relational.State;
using SyncGen.Versions;

namespace SyncGen.Relational.Leaves;

/// <summary>A leaf in a relational database while a session has it.</summary>
internal sealed class RelationalLeafSession : LeafSession
{
    private readonly RelationalStore _store;
    private readonly IReadOnlyList<LeafTable> _tables;
    private readonly LeafFolder _folder;
    private readonly HubProgress _progress;
    private readonly LeafDownload _download;
    private readonly LeafAnswers _answers;
    private Func<ValueTask>? _close;

    public RelationalLeafSession(RelationalStore store, Func<ValueTask> close)
    {
        _store = store;
        _close = close;
        _tables = [.. store.Scope.Tables.Select((table, i) => table.Accept(new LeafTableFactory(store, i + 1)))];
        _folder = new LeafFolder(store, _tables);
        _progress = new HubProgress(store);
        _download = new LeafDownload(store, _tables, _folder, _progress);
        _answers = new LeafAnswers(store, _tables, _folder, _progress);
    }

    public override async ValueTask<LeafState> IdentifyAsync(CancellationToken cancellationToken)
    {
        await _folder.FoldAsync(cancellationToken);
        var state = _store.State;
        var hub = state.Hub is { } number ? await _store.Replicas.IdOfAsync(number, cancellationToken) : ReplicaId.None;
        var read = state.Hub is { } n ? await _store.Replicas.ReadAsync(n, cancellationToken) : new();
        return new LeafState(
            await _store.IdentityAsync(cancellationToken),
            hub,
            state.Tick,
            read.Anchor,
            await CountEditsAsync(cancellationToken),
            _store.Scope.Fingerprint,
            read.Marker,
            await _store.Markers.LastAsync(cancellationToken))
        {
            Filter = await FilterOfEditsAsync(read, cancellationToken),
        };
    }

    public override async ValueTask<LeafState> MeetAsync(HubState hub, CancellationToken cancellationToken)
    {
        await _store.ReadStateAsync(cancellationToken);
        var known = _store.State.Hub is { } number ? await _store.Replicas.IdOfAsync(number, cancellationToken) : ReplicaId.None;
        var isRestored = hub.Taken > _store.State.Tick
            || hub.TakenMarker is { } marker && !await _store.Markers.RecognizesAsync(marker, cancellationToken);
        if (known == hub.Hub && !isRestored)
        {
            return await IdentifyAsync(cancellationToken);
        }

        if (!known.IsNone && known != hub.Hub && known != hub.FormerHub)
        {
            throw new SyncException(SyncErrorCode.TopologyMismatch,
                $"This leaf hangs on hub {known}, but was brought together with {hub.Hub}. A leaf keeps its hub: synchronise it with that one, or make it a peer.");
        }

        await _store.BeginAsync(TransactionKind.Write, cancellationToken);
        try
        {
            // Edits that were made before this meeting belong to the anchor that was in force then.
            await _folder.FoldWithinAsync(cancellationToken);
            await MeetWithinAsync(known, hub, isRestored, cancellationToken);
            await _store.SaveStateAsync(cancellationToken);
            await _store.CommitAsync(cancellationToken);
        }
        catch
        {
            await _store.RollbackAsync();
            throw;
        }

        return await IdentifyAsync(cancellationToken);
    }

    public override async ValueTask<EditStream> OpenEditsAsync(CancellationToken cancellationToken) =>
        new LeafEditStream(_store, _tables, _progress, await CountEditsAsync(cancellationToken));

    public override ValueTask<BatchResult> ConfirmAsync(EditBatch batch, UploadAnswer answer, CancellationToken cancellationToken) =>
        _answers.ConfirmAsync(answer, cancellationToken);

    public override ValueTask<DownloadRequest> BeginDownloadAsync(CancellationToken cancellationToken) =>
        _download.BeginAsync(cancellationToken);

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken) =>
        _download.ApplyAsync(header, batch, cancellationToken);

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken) =>
        new LeafQuarantine(_store, _tables, _folder).RetryAsync(cancellationToken);

    public override ValueTask DisposeAsync()
    {
        var close = _close;
        _close = null;
        return close is null ? ValueTask.CompletedTask : close();
    }

    private async ValueTask MeetWithinAsync(ReplicaId known, HubState hub, bool isRestored, CancellationToken cancellationToken)
    {
        if (isRestored)
        {
            // The hub has taken edits that this store does not know it made: it was restored from a backup, or copied.
            _store.State.Self = await _store.Replicas.NumberOfAsync(_store.Settings.Environment.NewReplicaId(), cancellationToken);
        }

        if (known == hub.Hub)
        {
            return;
        }

        _store.State.Hub = await _store.Replicas.NumberOfAsync(hub.Hub, cancellationToken);
        if (!known.IsNone)
        {
            // The hub is somebody else now. All that it holds comes down; and if it was restored, it may have lost what it
            // confirmed to this leaf, or sent it, so that all that the leaf holds goes up, as of when they last agreed.
            _store.State.Flags |= StoreFlags.Reconcile;
            if (hub.MayHaveLost)
            {
                var former = await _store.Replicas.NumberOfAsync(known, cancellationToken);
                var read = await _store.Replicas.ReadAsync(former, cancellationToken);
                await _folder.EditEverythingAsync(read.HeardTime, cancellationToken);
            }

            foreach (var table in _tables)
            {
                await table.ClearSeenAsync(cancellationToken);
            }
        }
    }

    /// <summary>Edits were made in the part that the store was synchronised with, even if it is opened with another one now.</summary>
    private async ValueTask<FilterBinding?> FilterOfEditsAsync(ReplicaRow hub, CancellationToken cancellationToken)
    {
        if (_store.Instance is null || hub is { Anchor: 0, Cursor: null } || await _store.Instance.ReadAsync(cancellationToken) is not { } text)
        {
            return _store.Filter;
        }

        return text.Length == 0 ? null : FilterBinding.Read(_store.Scope, text);
    }

    private async ValueTask<long> CountEditsAsync(CancellationToken cancellationToken)
    {
        var edits = 0L;
        foreach (var table in _tables)
        {
            edits += await table.CountEditsAsync(cancellationToken);
        }

        return edits;
    }
}
