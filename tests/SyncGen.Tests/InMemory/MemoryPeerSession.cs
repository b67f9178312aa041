using System.Buffers.Binary;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>A session with a peer in memory. Each call is one transaction. A preview works on a copy.</summary>
internal sealed class MemoryPeerSession(MemoryPeer peer, SessionSettings settings) : PeerSession
{
    private readonly PeerStore _store = settings.IsPreview ? peer.Store.Copy() : peer.Store;

    public override ValueTask<PeerState> IdentifyAsync(CancellationToken cancellationToken) =>
        new(new PeerState(_store.Id, _store.Tick, _store.Known.Copy(), peer.Scope.Fingerprint));

    public override ValueTask<bool> HearAsync(PeerState partner, CancellationToken cancellationToken)
    {
        _store.PartnerOf(partner.Replica).Heard = partner.Knowledge;
        return new(false);
    }

    public override ValueTask<bool> ResetIdentityAsync(long partnerKnows, CancellationToken cancellationToken) => new(false);

    public override ValueTask RestartAsync(PeerState partner, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override ValueTask<PullRequest> BeginPullAsync(PeerState source, CancellationToken cancellationToken)
    {
        var partner = _store.PartnerOf(source.Replica);
        return new(new PullRequest(_store.Id, _store.Known.Copy(), partner.Anchor, CursorOf(partner)));
    }

    public override ValueTask<ChangeStream> OpenChangesAsync(PullRequest request, CancellationToken cancellationToken) =>
        new(Open(new(request.Destination, default), request.Anchor, request.Cursor, isReconcile: false));

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        var context = new ApplyContext(settings, header.Knowledge, peer.Refuses);
        foreach (var changes in batch.Tables)
        {
            _store.Tables.Single(table => table.Table == changes.Table).Apply(changes, context);
        }

        var partner = _store.PartnerOf(header.Source);
        partner.Cursor = BinaryPrimitives.ReadInt64BigEndian(batch.Cursor);
        if (batch.IsLast)
        {
            partner.Anchor = header.Watermark;
            partner.Cursor = 0;
            _store.Known.Merge(header.Knowledge);
        }

        foreach (var version in _store.Tables.SelectMany(table => table.Missing))
        {
            _store.Known.AddMissing(version);
        }

        return new(context.Result);
    }

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken)
    {
        var context = new ApplyContext(settings, new(), peer.Refuses);
        foreach (var table in _store.Tables)
        {
            table.RetryQuarantine(context);
        }

        return new(context.Result);
    }

    public override ValueTask<HubState> WelcomeAsync(LeafState leaf, CancellationToken cancellationToken) =>
        new(new HubState(_store.Id, _store.Tick, _store.PartnerOf(leaf.Leaf).Taken, peer.Scope.Fingerprint));

    public override ValueTask<UploadAnswer> AcceptAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken)
    {
        var context = new ApplyContext(settings, new(), peer.Refuses);
        var partner = _store.PartnerOf(leaf.Leaf);
        var answers = batch.Tables
            .Select(edits => _store.Tables.Single(table => table.Table == edits.Table).Accept(edits, leaf, partner.Taken, context))
            .ToList();
        partner.Taken = Math.Max(partner.Taken, batch.LastTick);
        return new(new UploadAnswer(answers, context.Result));
    }

    public override ValueTask<ChangeStream> OpenDownloadAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        var isReconcile = request.Reconcile || request.Anchor > 0 && request.Anchor < _store.ForgottenTick;
        return new(Open(new(default, isReconcile ? default : request.Leaf), request.Anchor, request.Cursor, isReconcile));
    }

    public override ValueTask DisposeAsync()
    {
        peer.Close();
        return ValueTask.CompletedTask;
    }

    internal static byte[]? CursorOf(Partner partner)
    {
        if (partner.Cursor == 0)
        {
            return null;
        }

        var cursor = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(cursor, partner.Cursor);
        return cursor;
    }

    private MemoryChangeStream Open(ReadFor reader, long anchor, byte[]? cursor, bool isReconcile)
    {
        var start = isReconcile ? 0 : Math.Max(anchor, cursor is null ? 0 : BinaryPrimitives.ReadInt64BigEndian(cursor));
        return new(_store, reader, start, settings.BatchBytesMax, isReconcile);
    }
}
