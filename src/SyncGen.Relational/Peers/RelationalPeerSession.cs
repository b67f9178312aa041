using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.State;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>A peer in a relational database while a session has it.</summary>
internal sealed class RelationalPeerSession : PeerSession
{
    /// <summary>How often a state of the database is looked for in which nothing waits to be folded.</summary>
    private const int SnapshotAttemptsMax = 3;

    private readonly RelationalStore _store;
    private readonly IReadOnlyList<PeerTable> _tables;
    private readonly PeerFolder _folder;
    private readonly PeerPull _pull;
    private readonly PeerUpload _upload;
    private readonly PeerIdentity _identity;
    private readonly ModelTable _models;
    private Func<ValueTask>? _close;

    public RelationalPeerSession(RelationalStore store, Func<ValueTask> close)
    {
        _store = store;
        _close = close;
        _tables = [.. store.Scope.Tables.Select((table, i) => table.Accept(new PeerTableFactory(store, i + 1)))];
        _folder = new PeerFolder(store, _tables);
        _pull = new PeerPull(store, _tables, _folder);
        _upload = new PeerUpload(store, _tables, _folder);
        _identity = new PeerIdentity(store, _tables, _folder);
        _models = new ModelTable(store.Connection, new ScopeNames(store.Scope.Name, store.Connection.Dialect));
    }

    public override async ValueTask<PeerState> IdentifyAsync(CancellationToken cancellationToken)
    {
        await _folder.FoldAsync(cancellationToken);
        var replica = await _store.IdentityAsync(cancellationToken);
        var knowledge = await _store.KnowledgeAsync(cancellationToken);
        return new PeerState(replica, _store.State.Tick, knowledge, _store.Scope.Fingerprint);
    }

    public override ValueTask<bool> HearAsync(PeerState partner, CancellationToken cancellationToken) =>
        _identity.HearAsync(partner, cancellationToken);

    public override ValueTask<bool> ResetIdentityAsync(long partnerKnows, CancellationToken cancellationToken) =>
        _identity.ResetAsync(partnerKnows, cancellationToken);

    public override ValueTask RestartAsync(PeerState partner, CancellationToken cancellationToken) =>
        _identity.RestartAsync(partner, cancellationToken);

    public override ValueTask<bool> RecognizesAsync(byte[]? marker, CancellationToken cancellationToken) =>
        marker is null ? new(true) : _store.Markers.RecognizesAsync(marker, cancellationToken);

    public override ValueTask<PullRequest> BeginPullAsync(PeerState source, CancellationToken cancellationToken) =>
        _pull.BeginAsync(source, cancellationToken);

    public override ValueTask<ChangeStream> OpenChangesAsync(PullRequest request, CancellationToken cancellationToken)
    {
        var read = new DownloadRequest(request.Destination, request.Anchor, request.Cursor, Filter: request.Filter) { GoesOn = request.GoesOn };
        return OpenAsync(read, isLeaf: false, _ => request.Reload, cancellationToken);
    }

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken) =>
        _pull.ApplyAsync(header, batch, cancellationToken);

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken) =>
        new PeerQuarantine(_store, _tables, _folder).RetryAsync(cancellationToken);

    /// <summary>Removes tombstones that every peer knows.</summary>
    public ValueTask<long> ForgetAsync(TimeSpan retention, CancellationToken cancellationToken) =>
        new PeerForgetting(_store, _tables, _folder).ForgetAsync(retention, cancellationToken);

    public override ValueTask<HubState> WelcomeAsync(LeafState leaf, CancellationToken cancellationToken) =>
        _upload.WelcomeAsync(leaf, cancellationToken);

    public override async ValueTask<ScopeDescription?> FindFormerModelAsync(string fingerprint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return fingerprint == _store.Scope.Fingerprint ? null : await _models.FindAsync(fingerprint, cancellationToken);
    }

    public override ValueTask CompleteAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken) =>
        _upload.CompleteAsync(leaf, batch, cancellationToken);

    public override ValueTask<UploadAnswer> AcceptAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken) =>
        _upload.AcceptAsync(leaf, batch, cancellationToken);

    public override async ValueTask<ChangeStream> OpenDownloadAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        if (_store.Filter is { } part && request.Filter is null)
        {
            throw new SyncException(SyncErrorCode.TopologyMismatch,
                $"This hub holds the part {part.Text} of scope '{_store.Scope.Name}', from which rows go without a trace. Give its leaf a filter, too.");
        }

        return await OpenAsync(request, isLeaf: true, IsOutdated, cancellationToken);

        bool IsOutdated(StoreState state) => request.Reconcile
            || !GoesOn(request, state) && (request.Anchor > 0 || request.Cursor is not null) && request.Anchor < state.ForgottenTick;
    }

    public override ValueTask DisposeAsync()
    {
        var close = _close;
        _close = null;
        return close is null ? ValueTask.CompletedTask : close();
    }

    /// <summary>Whether rows go on where the cursor stands: nothing that its owner would have needed was forgotten since.</summary>
    private static bool GoesOn(DownloadRequest request, StoreState state) =>
        request is { GoesOn: true, Cursor: { } cursor } && ReadCursor.Read(cursor) is var read
        && (read.Stage != ReadStage.Evictions || request.Filter is not null) && read.Covered >= state.ForgottenTick && read.Covered <= state.Tick;

    private async ValueTask<ChangeStream> OpenAsync(
        DownloadRequest request, bool isLeaf, Func<StoreState, bool> isOutdated, CancellationToken cancellationToken)
    {
        var (partner, anchor, cursor, _, binding) = request;
        var isSnapshot = await BeginReadingAsync(cancellationToken);
        try
        {
            var state = _store.State;
            var changed = await _models.HasChangedSinceAsync(cursor, cancellationToken);
            var outdated = isOutdated(state) || changed && isLeaf;
            var known = await _store.Replicas.ReadAsync(partner, cancellationToken);
            var number = known?.Number;
            // A leaf whose rows came up before its first download may hold what has been deleted since.
            var withTombstones = !isLeaf || known is { Taken: > 0 };
            var filter = isLeaf ? new ReadFilter(null, outdated ? null : number, withTombstones) : new ReadFilter(number, null, withTombstones);
            var goesOn = !changed && GoesOn(request, state);
            var start = cursor is not null ? goesOn ? ReadCursor.Read(cursor) : ReadCursor.Read(cursor).Resumed() : binding is null ? ReadCursor.At(anchor) : ReadCursor.OfPart(anchor, anchor);
            var resumesScan = goesOn || !changed && start.Stage != ReadStage.Changes && start.Watermark >= state.ForgottenTick && start.Watermark <= state.Tick;
            var restarted = cursor is not null && outdated && !resumesScan;
            if (!resumesScan && (outdated || start.Stage != ReadStage.Changes || anchor == 0 && cursor is null))
            {
                start = ReadCursor.Scan(state.Tick, 0, "");
            }

            // Who starts again has nothing to give to a peer before it has read everything: it still holds what is to go.
            // Were it so for one that starts again too, the two would wait for each other.
            var givesNothing = !isLeaf && !outdated && state.Flags.HasFlag(StoreFlags.Reload);
            start = givesNothing ? ReadCursor.At(anchor) : start;
            var header = new ChangeHeader(
                await _store.IdentityAsync(cancellationToken),
                givesNothing ? anchor : start.Stage == ReadStage.Evictions ? start.Position : state.Tick,
                givesNothing ? new Knowledge() : await SharedKnowledge.OfAsync(_store, cancellationToken),
                await new ExpectedRows(_store, _tables).CountAsync(start, binding, cancellationToken),
                restarted,
                outdated,
                await _store.MarkerAsync(cancellationToken))
            {
                Filter = _store.Filter,
            };
            if (!isSnapshot)
            {
                // Without snapshots a reading transaction would hold up writers for as long as the session reads.
                await _store.RollbackAsync();
            }

            var folder = isSnapshot ? null : _folder;
            return new PeerChangeStream(_store, _tables, folder, filter, binding, withTracking: !isLeaf, start, header, followsOn: !isSnapshot && !givesNothing);
        }
        catch
        {
            await _store.RollbackAsync();
            throw;
        }
    }

    /// <summary>
    /// Begins to read. Answers whether the transaction may stay open and sees one state in which nothing waits to be
    /// folded: a row that was written since the fold would go out with a version that stands for other content.
    /// </summary>
    private async ValueTask<bool> BeginReadingAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await _store.BeginAsync(TransactionKind.Read, cancellationToken);
            var isFolded = !_store.State.HasLog;
            if (isFolded && _store.State.Marker is not null || attempt > SnapshotAttemptsMax)
            {
                return isFolded && _store.Connection.HasSnapshots;
            }

            await _store.RollbackAsync();
            await _folder.FoldAsync(cancellationToken, mark: true);
        }
    }
}
