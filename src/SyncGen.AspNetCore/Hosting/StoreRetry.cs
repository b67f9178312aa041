namespace SyncGen.AspNetCore.Hosting;

/// <summary>Does again what failed since others were at work.</summary>
internal static class StoreRetry
{
    private const int AttemptsMax = 6;

    private static readonly TimeSpan s_delay = TimeSpan.FromMilliseconds(20);

    public static async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> run, SyncEnvironment environment, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await run();
            }
            catch (SyncException error) when (error.IsTransient && attempt < AttemptsMax)
            {
                await Task.Delay(s_delay * (1 << attempt), environment.Time, cancellationToken);
            }
        }
    }
}
