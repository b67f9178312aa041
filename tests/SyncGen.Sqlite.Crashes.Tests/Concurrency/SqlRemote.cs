using SyncGen.Sqlite.Crashes.Tests.Processes;

namespace SyncGen.Sqlite.Crashes.Tests.Concurrency;

/// <summary>One program for all tests of a class that want SQL executed in another process.</summary>
public sealed class SqlRemote : IAsyncLifetime
{
    private Remote? _remote;

    public async Task InitializeAsync() => _remote = await Remote.StartAsync("sql");

    public Task DisposeAsync()
    {
        _remote?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Opens a file, closes it, or executes SQL on it; done when this returns.</summary>
    public Task DoAsync(string line) => _remote!.DoAsync(line);
}
