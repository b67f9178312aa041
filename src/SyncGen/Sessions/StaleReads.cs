using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>
/// Waits where other sessions moved a store on while this one read for it, longer each time that it happens in a row, and gives up where
/// it goes on: whoever moved the store on came forward, so that of several sessions one always does.
/// </summary>
/// <param name="context">The meeting.</param>
/// <param name="store">The store's name.</param>
internal sealed class StaleReads(MeetingContext context, string store)
{
    /// <summary>How often in a row what was read may be stale: with the waiting, for more than half a minute.</summary>
    private const int StaleMax = 60;

    /// <summary>By how much the waiting grows each time, in milliseconds. The first time there is none.</summary>
    private const int StepMilliseconds = 20;

    /// <summary>How long it may become, in milliseconds.</summary>
    private const int PauseMillisecondsMax = 1000;

    private int _inRow;

    /// <summary>Notes what became of what was read; answers whether it was stale, after waiting then.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.StoreContended"/>: it was so too often.</exception>
    public async ValueTask<bool> IsStaleAsync(BatchResult result, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(result, BatchResult.Stale))
        {
            _inRow = 0;
            return false;
        }

        if (_inRow++ == StaleMax)
        {
            throw new SyncException(SyncErrorCode.StoreContended,
                $"Other sessions moved {store} on each of {_inRow} times that this one had read something for it. What was applied before is kept: synchronise again when they are done.",
                isTransient: true);
        }

        var pause = TimeSpan.FromMilliseconds(Math.Min((_inRow - 1) * StepMilliseconds, PauseMillisecondsMax));
        await Task.Delay(pause, context.Options.Environment.Time, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
