namespace SyncGen.Providers.Specification.Stores;

/// <summary>A leaf's session that stops at certain moments.</summary>
/// <param name="inner">The session.</param>
/// <param name="at">What happens at a moment, counted from 1 of its kind.</param>
internal sealed class WatchedLeafSession(LeafSession inner, Func<LeafMoment, int, Task> at) : LeafSession
{
    private readonly Dictionary<LeafMoment, int> _times = [];

    public override ValueTask<LeafState> IdentifyAsync(CancellationToken cancellationToken) => inner.IdentifyAsync(cancellationToken);

    public override ValueTask<LeafState> MeetAsync(HubState hub, CancellationToken cancellationToken) => inner.MeetAsync(hub, cancellationToken);

    public override ValueTask<EditStream> OpenEditsAsync(CancellationToken cancellationToken) => inner.OpenEditsAsync(cancellationToken);

    public override async ValueTask<BatchResult> ConfirmAsync(EditBatch batch, UploadAnswer answer, CancellationToken cancellationToken)
    {
        await StopAsync(LeafMoment.Confirming);
        return await inner.ConfirmAsync(batch, answer, cancellationToken);
    }

    public override ValueTask<DownloadRequest> BeginDownloadAsync(CancellationToken cancellationToken) => inner.BeginDownloadAsync(cancellationToken);

    public override async ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        await StopAsync(LeafMoment.Applying);
        var result = await inner.ApplyAsync(header, batch, cancellationToken);
        await StopAsync(LeafMoment.Applied);
        return result;
    }

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken) => inner.RetryQuarantineAsync(cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private Task StopAsync(LeafMoment moment) => at(moment, _times[moment] = _times.GetValueOrDefault(moment) + 1);
}
