using System.Buffers;
using SyncGen.Http.Requests;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Http.Sessions;

/// <summary>A peer behind HTTP while a session has it. Each call is a request of its own, which any server of the service answers.</summary>
internal sealed class HttpPeer(SyncScope scope, string name, ServiceExchange exchange)
{
    private ReplicaId _service;
    private PullRequest? _lacks;
    private PeerState? _source;

    public async ValueTask<PeerState> IdentifyAsync(CancellationToken cancellationToken)
    {
        var state = (await CallAsync(Call(PeerOperation.Identify), cancellationToken)).State ?? throw Incomplete();
        _service = state.Replica;
        return state;
    }

    public async ValueTask<bool> HearAsync(PeerState partner, CancellationToken cancellationToken) =>
        (await CallAsync(Call(PeerOperation.Hear) with { Partner = partner }, cancellationToken)).Is;

    public async ValueTask<bool> RecognizesAsync(byte[]? marker, CancellationToken cancellationToken) =>
        marker is null || (await CallAsync(Call(PeerOperation.Recognize) with { Marker = marker }, cancellationToken)).Is;

    public async ValueTask<bool> ResetIdentityAsync(long known, CancellationToken cancellationToken) =>
        (await CallAsync(Call(PeerOperation.Reset) with { Known = known }, cancellationToken)).Is;

    public async ValueTask RestartAsync(PeerState partner, CancellationToken cancellationToken) =>
        await CallAsync(Call(PeerOperation.Restart) with { Partner = partner }, cancellationToken);

    public async ValueTask<PullRequest> BeginPullAsync(PeerState source, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(Call(PeerOperation.BeginPull) with { Partner = source }, cancellationToken);
        (_source, _lacks) = (source, answer.Request ?? throw Incomplete());
        return _lacks;
    }

    /// <summary>Opens the rows; the first of them come with the answer.</summary>
    public async ValueTask<ChangeStream> OpenChangesAsync(PullRequest request, CancellationToken cancellationToken)
    {
        return new HttpChangeStream(await ReadAsync(request, cancellationToken), (header, last, token) =>
            ReadAsync(request with { Cursor = last.Cursor, Marker = header.Marker ?? request.Marker, GoesOn = true }, token));
    }

    /// <summary>
    /// Sends a batch. With it goes what the service lacked before: one that lacks something else by now was restored, or has heard of
    /// another session, and must not take the batch for what follows.
    /// </summary>
    public async ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        var lacks = _lacks ?? throw new InvalidOperationException("A peer says what it lacks before it takes rows.");
        var answer = await CallAsync(Call(PeerOperation.Apply) with { Partner = _source, Request = lacks, Header = header, Batch = batch }, cancellationToken);
        _lacks = lacks with { Cursor = batch.Cursor };
        return answer.Result;
    }

    private async ValueTask<(ChangeHeader Header, ChangeBatch Batch)> ReadAsync(PullRequest request, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(Call(PeerOperation.Read) with { Request = request }, cancellationToken);
        var (header, batch) = (answer.Header ?? throw Incomplete(), answer.Batch ?? throw Incomplete());
        return header.Source == _service ? (header, batch) : throw new SyncException(
            SyncErrorCode.IdentityReset, $"{name} was restored from a backup while this session was on its way. Synchronise again.");
    }

    private PeerCall Call(PeerOperation operation) => new(operation, scope.Fingerprint);

    private async ValueTask<PeerAnswer> CallAsync(PeerCall call, CancellationToken cancellationToken)
    {
        var message = new ArrayBufferWriter<byte>();
        CompactFormat.Write(message, scope, call);
        return await exchange.SendAsync("ExchangeChanges", message, filter: null, body => CompactFormat.ReadPeerAnswer(body, scope), cancellationToken);
    }

    private SyncException Incomplete() => new(SyncErrorCode.MalformedData, $"{name} left out of its answer what was asked for. Bring both sides to the same version of SyncGen.");
}
