using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>Two peers meet.</summary>
internal sealed class PeerMeeting(MeetingContext context, PeerSession clientSession, PeerSession serverSession) : Meeting(context)
{
    private readonly PeerParty _client = new(context, context.Client, clientSession);
    private readonly PeerParty _server = new(context, context.Server, serverSession);
    private SyncPhase? _first;

    protected override async ValueTask<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        await _client.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        await _server.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        Context.RequireSameModel(_client.State.Fingerprint, _server.State.Fingerprint);
        await _client.ResetIfRestoredAsync(_server, cancellationToken).ConfigureAwait(false);
        await _server.ResetIfRestoredAsync(_client, cancellationToken).ConfigureAwait(false);
        await HearAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    protected override async ValueTask<bool> UploadAsync(CancellationToken cancellationToken)
    {
        await PullAsync(_server, _client, Context.Upload, cancellationToken).ConfigureAwait(false);
        return true;
    }

    protected override ValueTask<long> DownloadAsync(CancellationToken cancellationToken) =>
        PullAsync(_client, _server, Context.Download, cancellationToken);

    // Who starts again has nothing to give before it has read everything afresh.
    protected override IReadOnlyList<SyncPhase> Arrange(IReadOnlyList<SyncPhase> phases) =>
        _first is { } first ? [first, .. phases.Where(phase => phase != first)] : phases;

    // After both directions both know the same. Hearing so lets both forget the deletes that all others know too.
    protected override async ValueTask<long> FinishAsync(CancellationToken cancellationToken)
    {
        await _client.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        await _server.IdentifyAsync(cancellationToken).ConfigureAwait(false);
        await _server.HearsThatExpelledAsync(_client, cancellationToken).ConfigureAwait(false);
        await _client.HearsThatExpelledAsync(_server, cancellationToken).ConfigureAwait(false);
        return _server.State.Tick;
    }

    // One of the two at most starts again: it takes over what the other holds.
    private async ValueTask HearAsync(CancellationToken cancellationToken)
    {
        if (await _server.HearsThatExpelledAsync(_client, cancellationToken).ConfigureAwait(false))
        {
            await _client.RestartAsync(_server, cancellationToken).ConfigureAwait(false);
            await _server.HearsThatExpelledAsync(_client, cancellationToken).ConfigureAwait(false);
            await _client.HearsThatExpelledAsync(_server, cancellationToken).ConfigureAwait(false);
            _first = SyncPhase.Downloading;
        }
        else if (await _client.HearsThatExpelledAsync(_server, cancellationToken).ConfigureAwait(false))
        {
            await _server.RestartAsync(_client, cancellationToken).ConfigureAwait(false);
            await _client.HearsThatExpelledAsync(_server, cancellationToken).ConfigureAwait(false);
            _first = SyncPhase.Uploading;
        }
    }

    private async ValueTask<long> PullAsync(PeerParty destination, PeerParty source, TransferTally transfer, CancellationToken cancellationToken)
    {
        var pull = new ChangePull(Context, transfer, source.Name, destination.Name, token => OpenAsync(destination, source, token), destination.Session.ApplyAsync);
        var watermark = await pull.RunAsync(cancellationToken).ConfigureAwait(false);
        await RetryQuarantineAsync(transfer, destination.Session.RetryQuarantineAsync, cancellationToken).ConfigureAwait(false);
        return watermark;
    }

    private static async ValueTask<ChangeStream> OpenAsync(PeerParty destination, PeerParty source, CancellationToken cancellationToken)
    {
        var request = await destination.Session.BeginPullAsync(source.State, cancellationToken).ConfigureAwait(false);
        return await source.Session.OpenChangesAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
