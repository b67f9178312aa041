using SyncGen.Providers;

namespace SyncGen.Sqlite.Tests.Replay;

/// <summary>A leaf's session to which every batch and every answer comes twice.</summary>
internal sealed class ReplayedLeafSession(LeafSession inner, Recording recording) : LeafSession
{
    public override ValueTask<LeafState> IdentifyAsync(CancellationToken cancellationToken) => inner.IdentifyAsync(cancellationToken);

    public override ValueTask<LeafState> MeetAsync(HubState hub, CancellationToken cancellationToken) => inner.MeetAsync(hub, cancellationToken);

    public override ValueTask<EditStream> OpenEditsAsync(CancellationToken cancellationToken) => inner.OpenEditsAsync(cancellationToken);

    public override ValueTask<BatchResult> ConfirmAsync(EditBatch batch, UploadAnswer answer, CancellationToken cancellationToken) =>
        recording.TwiceAsync(inner, session => session.ConfirmAsync(batch, answer, cancellationToken));

    public override ValueTask<DownloadRequest> BeginDownloadAsync(CancellationToken cancellationToken) => inner.BeginDownloadAsync(cancellationToken);

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken) =>
        recording.TwiceAsync(inner, session => session.ApplyAsync(header, batch, cancellationToken));

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken) => inner.RetryQuarantineAsync(cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
