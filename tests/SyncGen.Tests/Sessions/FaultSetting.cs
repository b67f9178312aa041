using SyncGen.Providers;
using SyncGen.Tests.InMemory;
using SyncGen.Tests.Interception;

namespace SyncGen.Tests.Sessions;

/// <summary>Two stores with rows on both sides and a conflict, whose calls can fail.</summary>
internal sealed class FaultSetting
{
    private readonly Stores _stores = new();
    private readonly bool _readsAhead;

    public FaultSetting(bool isLeaf, bool readsAhead = true)
    {
        _readsAhead = readsAhead;
        Client = isLeaf ? _stores.Leaf("client") : _stores.Peer("client");
        Server = _stores.Peer("server");
        _stores.Write(Client, 1, "older");
        _stores.Write(Server, 1, "newer");
        _stores.Write(Client, 2, "b");
        _stores.Write(Client, 3, "c");
        _stores.Write(Client, 4, "d");
        _stores.Tag(Client, "x", 1);
        _stores.Write(Server, 5, "e");
        _stores.Write(Server, 6, "f");
        _stores.Tag(Server, "y", 2);
    }

    public MemoryProvider Client { get; }

    public MemoryProvider Server { get; }

    public Task<SyncResult> RunAsync(
        SyncOrder order, int retries, Func<SessionCall, int, ValueTask> on, CancellationToken cancellationToken = default)
    {
        var number = 0;
        SyncProvider Intercepted(SyncProvider store) => new InterceptedProvider(store, call => on(call, Interlocked.Increment(ref number)));
        return SyncOrchestrator.Between(Intercepted(Client), Intercepted(Server))
            .SynchronizeAsync(_stores.Options(order, batchBytesMax: 40, retries, _readsAhead), cancellationToken: cancellationToken);
    }

    public void RequireClosed() => Assert.Equal((0, 0), (Client.OpenSessions, Server.OpenSessions));
}
