using SyncGen.Providers;

namespace SyncGen.Tests.Interception;

/// <summary>A leaf's session whose calls are intercepted.</summary>
internal sealed class InterceptedLeafSession(LeafSession inner, Interceptor interceptor) : LeafSession
{
    public override ValueTask<LeafState> IdentifyAsync(CancellationToken cancellationToken) =>
        interceptor.RunAsync("Identify", () => inner.IdentifyAsync(cancellationToken));

    public override ValueTask<LeafState> MeetAsync(HubState hub, CancellationToken cancellationToken) =>
        interceptor.RunAsync("Meet", () => inner.MeetAsync(hub, cancellationToken));

    public override async ValueTask<EditStream> OpenEditsAsync(CancellationToken cancellationToken) =>
        new InterceptedEditStream(await interceptor.RunAsync("OpenEdits", () => inner.OpenEditsAsync(cancellationToken)), interceptor);

    public override ValueTask<BatchResult> ConfirmAsync(EditBatch batch, UploadAnswer answer, CancellationToken cancellationToken) =>
        interceptor.RunAsync("Confirm", () => inner.ConfirmAsync(batch, answer, cancellationToken));

    public override ValueTask<DownloadRequest> BeginDownloadAsync(CancellationToken cancellationToken) =>
        interceptor.RunAsync("BeginDownload", () => inner.BeginDownloadAsync(cancellationToken));

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken) =>
        interceptor.RunAsync("Apply", () => inner.ApplyAsync(header, batch, cancellationToken));

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken) =>
        interceptor.RunAsync("RetryQuarantine", () => inner.RetryQuarantineAsync(cancellationToken));

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
