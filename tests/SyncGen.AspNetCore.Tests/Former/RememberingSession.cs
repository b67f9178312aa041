using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>A session with a store that remembers earlier models.</summary>
internal sealed class RememberingSession(PeerSession inner, IReadOnlyList<ScopeDescription> former, Action<string> asked) : PeerSession
{
    public override ValueTask<ScopeDescription?> FindFormerModelAsync(string fingerprint, CancellationToken cancellationToken)
    {
        asked(fingerprint);
        return new(former.FirstOrDefault(model => model.Fingerprint == fingerprint));
    }

    public override ValueTask<PeerState> IdentifyAsync(CancellationToken cancellationToken) => inner.IdentifyAsync(cancellationToken);

    public override ValueTask<bool> HearAsync(PeerState partner, CancellationToken cancellationToken) => inner.HearAsync(partner, cancellationToken);

    public override ValueTask<bool> ResetIdentityAsync(long partnerKnows, CancellationToken cancellationToken) => inner.ResetIdentityAsync(partnerKnows, cancellationToken);

    public override ValueTask RestartAsync(PeerState partner, CancellationToken cancellationToken) => inner.RestartAsync(partner, cancellationToken);

    public override ValueTask<bool> RecognizesAsync(byte[]? marker, CancellationToken cancellationToken) => inner.RecognizesAsync(marker, cancellationToken);

    public override ValueTask<PullRequest> BeginPullAsync(PeerState source, CancellationToken cancellationToken) => inner.BeginPullAsync(source, cancellationToken);

    public override ValueTask<ChangeStream> OpenChangesAsync(PullRequest request, CancellationToken cancellationToken) => inner.OpenChangesAsync(request, cancellationToken);

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken) => inner.ApplyAsync(header, batch, cancellationToken);

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken) => inner.RetryQuarantineAsync(cancellationToken);

    public override ValueTask CompleteAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken) => inner.CompleteAsync(leaf, batch, cancellationToken);

    public override ValueTask<HubState> WelcomeAsync(LeafState leaf, CancellationToken cancellationToken) => inner.WelcomeAsync(leaf, cancellationToken);

    public override ValueTask<UploadAnswer> AcceptAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken) => inner.AcceptAsync(leaf, batch, cancellationToken);

    public override ValueTask<ChangeStream> OpenDownloadAsync(DownloadRequest request, CancellationToken cancellationToken) => inner.OpenDownloadAsync(request, cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
