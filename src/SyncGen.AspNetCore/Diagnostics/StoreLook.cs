using SyncGen.AspNetCore.Hosting;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>Looks at a scope's store beside the requests: it takes none of their turns, and not longer than it may.</summary>
internal static class StoreLook
{
    /// <summary>Opens the store by itself and looks at it.</summary>
    /// <exception cref="TimeoutException">The store did not answer in time.</exception>
    public static async Task<T> RunAsync<T>(
        ScopeService service, TimeSpan timeout, Func<SyncProvider, CancellationToken, Task<T>> look, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, service.Environment.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var looking = LookAsync(service.Pool.Stores.Create(), look, either.Token);
        try
        {
            // A driver that does not hear that it is cancelled is left to itself.
            return await looking.WaitAsync(either.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            _ = looking.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new TimeoutException($"The store did not answer within {timeout.TotalSeconds} seconds.", error);
        }
    }

    private static async Task<T> LookAsync<T>(SyncProvider store, Func<SyncProvider, CancellationToken, Task<T>> look, CancellationToken cancellationToken)
    {
        await using (store)
        {
            return await look(store, cancellationToken);
        }
    }
}
