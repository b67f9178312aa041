namespace SyncGen.Sqlite.Tests.Processes;

/// <summary>A child's work, and what it holds until it ends.</summary>
internal sealed class ChildWork(Func<Task> run, IDisposable? held = null) : IAsyncDisposable
{
    public Task RunAsync() => run();

    public ValueTask DisposeAsync()
    {
        held?.Dispose();
        return ValueTask.CompletedTask;
    }
}
