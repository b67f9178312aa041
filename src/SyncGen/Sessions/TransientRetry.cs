using Microsoft.Extensions.Logging;

namespace SyncGen.Sessions;

/// <summary>Makes a call again when it failed with a transient error.</summary>
internal sealed class TransientRetry(SyncOptions options, ILogger logger)
{
    public async ValueTask<TResult> RunAsync<TResult>(Func<CancellationToken, ValueTask<TResult>> call, CancellationToken cancellationToken)
    {
        var delay = options.TransientRetryDelay;
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await call(cancellationToken).ConfigureAwait(false);
            }
            catch (SyncException error) when (error.IsTransient && attempt <= options.TransientRetriesMax)
            {
                SessionLog.Retrying(logger, attempt, options.TransientRetriesMax, delay.TotalMilliseconds, error);
            }

            await Task.Delay(delay, options.Environment.Time, cancellationToken).ConfigureAwait(false);
            delay *= 2;
        }
    }
}
