using SyncGen.Providers;

namespace SyncGen.Sqlite.Tests.Replay;

/// <summary>A peer's session to which every batch comes twice, of changes and of edits.</summary>
internal sealed class ReplayedPeerSession(PeerSession inner, Recording recording) : PeerSession
{
    public override ValueTask<PeerState> IdentifyAsync(CancellationToken cancellationToken) => inner.IdentifyAsync(cancellationToken);

    public override ValueTask<bool> HearAsync(PeerState partner, CancellationToken cancellationToken) => inner.HearAsync(partner, cancellationToken);

    public override ValueTask<bool> ResetIdentityAsync(long partnerKnows, CancellationToken cancellationToken) =>
        inner.ResetIdentityAsync(partnerKnows, cancellationToken);

    public override ValueTask RestartAsync(PeerState partner, CancellationToken cancellationToken) => inner.RestartAsync(partner, cancellationToken);

    public override ValueTask<bool> RecognizesAsync(byte[]? marker, CancellationToken cancellationToken) => inner.RecognizesAsync(marker, cancellationToken);

    public override ValueTask<PullRequest> BeginPullAsync(PeerState source, CancellationToken cancellationToken) => inner.BeginPullAsync(source, cancellationToken);

    public override ValueTask<ChangeStream> OpenChangesAsync(PullRequest request, CancellationToken cancellationToken) =>
        inner.OpenChangesAsync(request, cancellationToken);

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken) =>
        recording.TwiceAsync(inner, session => session.ApplyAsync(header, batch, cancellationToken));

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken) => inner.RetryQuarantineAsync(cancellationToken);

    public override ValueTask<HubState> WelcomeAsync(LeafState leaf, CancellationToken cancellationToken) => inner.WelcomeAsync(leaf, cancellationToken);

    public override ValueTask<UploadAnswer> AcceptAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken) =>
        recording.TwiceAsync(inner, session => session.AcceptAsync(leaf, batch, cancellationToken));

    public override ValueTask<ChangeStream> OpenDownloadAsync(DownloadRequest request, CancellationToken cancellationToken) =>
        inner.OpenDownloadAsync(request, cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
