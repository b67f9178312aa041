namespace SyncGen.Tests.Interception;

/// <summary>Says of each call that it is about to be made, and that it was.</summary>
internal sealed class Interceptor(string store, Func<SessionCall, ValueTask> on)
{
    public async ValueTask<TResult> RunAsync<TResult>(string method, Func<ValueTask<TResult>> call)
    {
        await on(new(store, method, IsDone: false));
        var result = await call();
        try
        {
            await on(new(store, method, IsDone: true));
            return result;
        }
        catch when (result is IAsyncDisposable)
        {
            // Nobody gets what was opened: the answer is lost.
            await ((IAsyncDisposable)result).DisposeAsync();
            throw;
        }
    }
}
