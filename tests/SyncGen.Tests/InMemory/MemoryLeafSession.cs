using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>A session with a leaf in memory. Each call is one transaction. A preview works on a copy.</summary>
internal sealed class MemoryLeafSession(MemoryLeaf leaf, SessionSettings settings) : LeafSession
{
    private readonly LeafStore _store = settings.IsPreview ? leaf.Store.Copy() : leaf.Store;
    private ChangeHeader? _current;

    public override ValueTask<LeafState> IdentifyAsync(CancellationToken cancellationToken) => new(State());

    public override ValueTask<LeafState> MeetAsync(HubState hub, CancellationToken cancellationToken)
    {
        if (!_store.Hub.IsNone && _store.Hub != hub.Hub)
        {
            if (_store.Hub != hub.FormerHub)
            {
                throw new SyncException(SyncErrorCode.TopologyMismatch, $"{leaf.DisplayName} hangs on another hub.");
            }

            _store.Reconciles = true;
        }

        if (hub.Taken > _store.Tick)
        {
            _store.Id = settings.Environment.NewReplicaId();
        }

        _store.Hub = hub.Hub;
        return new(State());
    }

    public override ValueTask<EditStream> OpenEditsAsync(CancellationToken cancellationToken) =>
        new(new MemoryEditStream(_store, settings.BatchBytesMax));

    public override ValueTask<BatchResult> ConfirmAsync(EditBatch batch, UploadAnswer answer, CancellationToken cancellationToken)
    {
        var context = Context();
        foreach (var answers in answer.Tables)
        {
            _store.Tables.Single(table => table.Table == answers.Table).Confirm(answers, context);
        }

        return new(context.Result);
    }

    public override ValueTask<DownloadRequest> BeginDownloadAsync(CancellationToken cancellationToken) =>
        new(new DownloadRequest(_store.Id, _store.Anchor, _store.Cursor, _store.Reconciles));

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        var context = Context();
        if (header.Reconcile && _current != header)
        {
            _store.Tables.ToList().ForEach(table => table.BeginReconcile());
        }

        _current = header;
        foreach (var changes in batch.Tables)
        {
            _store.Tables.Single(table => table.Table == changes.Table).Apply(changes, context);
        }

        _store.Cursor = batch.Cursor;
        if (batch.IsLast)
        {
            Finish(header, context);
        }

        return new(context.Result);
    }

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken)
    {
        var context = Context();
        _store.Tables.ToList().ForEach(table => table.RetryQuarantine(context));
        return new(context.Result);
    }

    public override ValueTask DisposeAsync()
    {
        leaf.Close();
        return ValueTask.CompletedTask;
    }

    private void Finish(ChangeHeader header, ApplyContext context)
    {
        if (header.Reconcile)
        {
            _store.Tables.ToList().ForEach(table => table.EndReconcile(context));
            _store.Reconciles = false;
        }

        (_store.Anchor, _store.Cursor) = (header.Watermark, null);
    }

    private ApplyContext Context() => new(settings, new Knowledge(), leaf.Refuses);

    private LeafState State() => new(
        _store.Id, _store.Hub, _store.Tick, _store.Anchor, _store.Tables.Sum(table => table.EditTicks.Count()), leaf.Scope.Fingerprint);
}
