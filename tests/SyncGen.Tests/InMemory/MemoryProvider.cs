using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.Tests.InMemory;

/// <summary>A store in memory, by the rules of the synchronisation model and nothing else. One session at a time.</summary>
internal abstract class MemoryProvider(SyncScope scope, string name) : SyncProvider(scope)
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public override string DisplayName => name;

    /// <summary>Sessions that are open.</summary>
    public int OpenSessions { get; private set; }

    public override Task ProvisionAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public override async ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        OpenSessions++;
        return Open(settings);
    }

    public override ValueTask DisposeAsync()
    {
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends a session.</summary>
    public void Close()
    {
        OpenSessions--;
        _turn.Release();
    }

    protected abstract StoreSession Open(SessionSettings settings);
}
