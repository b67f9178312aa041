using SyncGen.Providers;

namespace SyncGen.Tests.Interception;

/// <summary>A peer's session whose calls are intercepted.</summary>
internal sealed class InterceptedPeerSession(PeerSession inner, Interceptor interceptor) : PeerSession
{
    public override ValueTask<PeerState> IdentifyAsync(CancellationToken cancellationToken) =>
        interceptor.RunAsync("Identify", () => inner.IdentifyAsync(cancellationToken));

    public override ValueTask<bool> HearAsync(PeerState partner, CancellationToken cancellationToken) =>
        interceptor.RunAsync("Hear", () => inner.HearAsync(partner, cancellationToken));

    public override ValueTask<bool> ResetIdentityAsync(long partnerKnows, CancellationToken cancellationToken) =>
        interceptor.RunAsync("ResetIdentity", () => inner.ResetIdentityAsync(partnerKnows, cancellationToken));

    public override async ValueTask RestartAsync(PeerState partner, CancellationToken cancellationToken) =>
        await interceptor.RunAsync("Restart", async () =>
        {
            await inner.RestartAsync(partner, cancellationToken);
            return true;
        });

    public override ValueTask<PullRequest> BeginPullAsync(PeerState source, CancellationToken cancellationToken) =>
        interceptor.RunAsync("BeginPull", () => inner.BeginPullAsync(source, cancellationToken));

    public override async ValueTask<ChangeStream> OpenChangesAsync(PullRequest request, CancellationToken cancellationToken) =>
        new InterceptedChangeStream(await interceptor.RunAsync("OpenChanges", () => inner.OpenChangesAsync(request, cancellationToken)), interceptor);

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken) =>
        interceptor.RunAsync("Apply", () => inner.ApplyAsync(header, batch, cancellationToken));

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken) =>
        interceptor.RunAsync("RetryQuarantine", () => inner.RetryQuarantineAsync(cancellationToken));

    public override ValueTask<HubState> WelcomeAsync(LeafState leaf, CancellationToken cancellationToken) =>
        interceptor.RunAsync("Welcome", () => inner.WelcomeAsync(leaf, cancellationToken));

    public override ValueTask<UploadAnswer> AcceptAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken) =>
        interceptor.RunAsync("Accept", () => inner.AcceptAsync(leaf, batch, cancellationToken));

    public override async ValueTask<ChangeStream> OpenDownloadAsync(DownloadRequest request, CancellationToken cancellationToken) =>
        new InterceptedChangeStream(await interceptor.RunAsync("OpenDownload", () => inner.OpenDownloadAsync(request, cancellationToken)), interceptor);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
