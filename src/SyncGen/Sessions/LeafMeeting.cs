using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>A leaf meets its hub.</summary>
internal sealed class LeafMeeting(MeetingContext context, LeafSession leaf, PeerSession hub) : Meeting(context)
{
    private LeafState? _state;

    protected override async ValueTask<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        var before = await Context.Retry.RunAsync(leaf.IdentifyAsync, cancellationToken).ConfigureAwait(false);
        var welcome = await WelcomeAsync(before, cancellationToken).ConfigureAwait(false);
        Context.RequireSameModel(before.Fingerprint, welcome.Fingerprint);
        if (await ResetHubIfRestoredAsync(before, welcome, cancellationToken).ConfigureAwait(false))
        {
            welcome = await WelcomeAsync(before, cancellationToken).ConfigureAwait(false);
        }

        _state = await Context.Retry.RunAsync(token => leaf.MeetAsync(welcome, token), cancellationToken).ConfigureAwait(false);
        if (_state.Leaf != before.Leaf)
        {
            Context.Tally.IdentityReset(Context.Client, Context.Server);
            await WelcomeAsync(_state, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    protected override async ValueTask<bool> UploadAsync(CancellationToken cancellationToken)
    {
        await new EditPush(Context, leaf, hub, _state!).RunAsync(cancellationToken).ConfigureAwait(false);
        return await RetryQuarantineAsync(Context.Upload, hub.RetryQuarantineAsync, cancellationToken).ConfigureAwait(false);
    }

    protected override async ValueTask<long> DownloadAsync(CancellationToken cancellationToken)
    {
        var pull = new ChangePull(Context, Context.Download, Context.Server, Context.Client, OpenAsync, leaf.ApplyAsync);
        var watermark = await pull.RunAsync(cancellationToken).ConfigureAwait(false);
        await RetryQuarantineAsync(Context.Download, leaf.RetryQuarantineAsync, cancellationToken).ConfigureAwait(false);
        return watermark;
    }

    protected override async ValueTask<long> FinishAsync(CancellationToken cancellationToken) =>
        (await Context.Retry.RunAsync(hub.IdentifyAsync, cancellationToken).ConfigureAwait(false)).Tick;

    // A hub that does not know what it gave this leaf, or has fewer ticks than the leaf has read, is not the one it was.
    private async ValueTask<bool> ResetHubIfRestoredAsync(LeafState state, HubState welcome, CancellationToken cancellationToken)
    {
        if (state.Hub != welcome.Hub || state.Anchor <= welcome.Tick
            && await Context.Retry.RunAsync(token => hub.RecognizesAsync(state.HubMarker, token), cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        await Context.Retry.RunAsync(token => hub.ResetIdentityAsync(long.MaxValue, token), cancellationToken).ConfigureAwait(false);
        Context.Tally.IdentityReset(Context.Server, Context.Client);
        return true;
    }

    private ValueTask<HubState> WelcomeAsync(LeafState state, CancellationToken cancellationToken) =>
        Context.Retry.RunAsync(token => hub.WelcomeAsync(state, token), cancellationToken);

    private async ValueTask<ChangeStream> OpenAsync(CancellationToken cancellationToken)
    {
        var request = await leaf.BeginDownloadAsync(cancellationToken).ConfigureAwait(false);
        return await hub.OpenDownloadAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
