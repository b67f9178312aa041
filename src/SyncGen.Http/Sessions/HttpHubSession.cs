using System.Buffers;
using SyncGen.Filters;
using SyncGen.Http.Requests;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Http.Sessions;

/// <summary>
/// A hub behind HTTP while a session has it, or another peer. When a leaf with nothing to send says who it is, the first batch of what it lacks comes
/// with the answer: a session in which nothing happened is one request.
/// </summary>
internal sealed class HttpHubSession(SyncScope scope, string name, FilterBinding? filter, ServiceExchange exchange) : PeerSession
{
    private readonly HttpPeer _peer = new(scope, name, exchange);
    private HubState? _hub;
    private LeafState? _leaf;
    private (DownloadRequest Request, DownloadAnswer Answer)? _ahead;
    private long _tick;

    /// <summary>Of a hub, what was read of it last: after a leaf's session that is all that is asked for, and no reason to ask the service.</summary>
    public override ValueTask<PeerState> IdentifyAsync(CancellationToken cancellationToken) => _hub is { } hub
        ? new(new PeerState(hub.Hub, Math.Max(hub.Tick, _tick), new Knowledge(), hub.Fingerprint))
        : _peer.IdentifyAsync(cancellationToken);

    public override async ValueTask<HubState> WelcomeAsync(LeafState leaf, CancellationToken cancellationToken)
    {
        var request = leaf.PendingEdits == 0 ? new DownloadRequest(leaf.Leaf, leaf.Anchor, null, Filter: leaf.Filter ?? filter) : null;
        var answer = await CallAsync(new DownloadCall(leaf, request), leaf.Filter, cancellationToken);
        _ahead = request is not null && answer is { Header: not null, Batch: not null } ? (request, answer) : null;
        (_leaf, _hub) = (leaf, answer.Hub);
        return answer.Hub;
    }

    /// <summary>A leaf's marker the service has looked at, and become somebody else if it is not the one that gave it.</summary>
    public override ValueTask<bool> RecognizesAsync(byte[]? marker, CancellationToken cancellationToken) =>
        _hub is null ? _peer.RecognizesAsync(marker, cancellationToken) : new(true);

    public override ValueTask<bool> ResetIdentityAsync(long partnerKnows, CancellationToken cancellationToken) => _hub is null ? _peer.ResetIdentityAsync(partnerKnows, cancellationToken) : throw new SyncException(
        SyncErrorCode.TopologyMismatch,
        $"{name} has fewer changes than this leaf has read of it, and does not know that it lost any: it is not the store that the leaf hangs on. "
        + "Restore the service's store, or its Data Protection keys; or deprovision the leaf and begin anew, its edits go up.");

    public override async ValueTask<UploadAnswer> AcceptAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken)
    {
        var message = new ArrayBufferWriter<byte>();
        CompactFormat.Write(message, scope, new UploadCall(leaf, batch));
        // In the part that the edits were made in, which need not be the one that the leaf asks for now.
        var answer = await exchange.SendAsync(
            "UploadChanges", message, leaf.Filter ?? filter, body => CompactFormat.ReadUploadAnswer(body, scope, batch), cancellationToken);
        (_ahead, _leaf) = (null, leaf);
        return answer;
    }

    /// <summary>The service has done so, after the last batch.</summary>
    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken) => new(BatchResult.Empty);

    public override async ValueTask<ChangeStream> OpenDownloadAsync(DownloadRequest request, CancellationToken cancellationToken)
    {
        var leaf = _leaf ?? throw new InvalidOperationException("A leaf says who it is before it reads.");
        var ahead = _ahead is { } one && one.Request == request with { Filter = request.Filter ?? filter } ? one.Answer : null;
        _ahead = null;
        var (header, batch) = ahead is { Header: { } given, Batch: { } rows } ? (given, rows) : await ReadAsync(leaf, request, cancellationToken);
        _tick = Math.Max(_tick, header.Watermark);
        return new HttpChangeStream((header, batch), (before, last, token) =>
            ReadAsync(leaf, request with { Cursor = last.Cursor, Reconcile = before.Reconcile, GoesOn = true }, token));
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public override ValueTask<bool> HearAsync(PeerState partner, CancellationToken cancellationToken) => _peer.HearAsync(partner, cancellationToken);

    public override ValueTask RestartAsync(PeerState partner, CancellationToken cancellationToken) => _peer.RestartAsync(partner, cancellationToken);

    public override ValueTask<PullRequest> BeginPullAsync(PeerState source, CancellationToken cancellationToken) => _peer.BeginPullAsync(source, cancellationToken);

    public override ValueTask<ChangeStream> OpenChangesAsync(PullRequest request, CancellationToken cancellationToken) => _peer.OpenChangesAsync(request, cancellationToken);

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken) => _peer.ApplyAsync(header, batch, cancellationToken);

    private async ValueTask<(ChangeHeader Header, ChangeBatch Batch)> ReadAsync(LeafState leaf, DownloadRequest request, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(new DownloadCall(leaf with { Hub = _hub!.Hub }, request), request.Filter, cancellationToken);
        return answer.Hub.Hub == _hub.Hub && answer is { Header: { } header, Batch: { } batch } ? (header, batch) : throw new SyncException(
            SyncErrorCode.IdentityReset, $"{name} was restored from a backup while this session was on its way. Synchronise again.", isTransient: false);
    }

    private async ValueTask<DownloadAnswer> CallAsync(DownloadCall call, FilterBinding? part, CancellationToken cancellationToken)
    {
        var message = new ArrayBufferWriter<byte>();
        CompactFormat.Write(message, call);
        return await exchange.SendAsync("DownloadChanges", message, part ?? filter, body => CompactFormat.ReadDownloadAnswer(body, scope), cancellationToken);
    }
}
