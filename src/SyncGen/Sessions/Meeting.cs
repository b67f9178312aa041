using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>Two stores meet: a client and a server.</summary>
internal abstract class Meeting(MeetingContext context)
{
    protected MeetingContext Context => context;

    public async ValueTask<MeetingEnd> RunAsync(CancellationToken cancellationToken)
    {
        context.Progress.Begin(SyncPhase.Preparing);
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        var watermark = 0L;
        foreach (var phase in Arrange(context.Options.Order.Phases()))
        {
            context.Progress.Begin(phase);
            if (phase == SyncPhase.Uploading)
            {
                await context.TimeAsync(context.Upload, () => UploadAsync(cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                watermark = await context.TimeAsync(context.Download, () => DownloadAsync(cancellationToken)).ConfigureAwait(false);
            }
        }

        context.Progress.Begin(SyncPhase.Finishing);
        return new(watermark, await FinishAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The stores say who they are.</summary>
    protected abstract ValueTask<bool> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>The order of the phases, once the stores have met.</summary>
    protected virtual IReadOnlyList<SyncPhase> Arrange(IReadOnlyList<SyncPhase> phases) => phases;

    /// <summary>The server receives.</summary>
    protected abstract ValueTask<bool> UploadAsync(CancellationToken cancellationToken);

    /// <summary>The client receives. Returns the server's tick up to which it has read.</summary>
    protected abstract ValueTask<long> DownloadAsync(CancellationToken cancellationToken);

    /// <summary>The session ends well. Returns the server's tick.</summary>
    protected abstract ValueTask<long> FinishAsync(CancellationToken cancellationToken);

    /// <summary>
    /// After rows came in, those that wait may have what they waited for. At once, not at the end of the session, so that
    /// what the retry decides goes back with the other direction.
    /// </summary>
    protected async ValueTask<bool> RetryQuarantineAsync(
        TransferTally transfer, Func<CancellationToken, ValueTask<BatchResult>> retry, CancellationToken cancellationToken)
    {
        var result = await context.Retry.RunAsync(retry, cancellationToken).ConfigureAwait(false);
        transfer.Add(result);
        context.Tally.Note(result.Notes);
        return true;
    }
}
