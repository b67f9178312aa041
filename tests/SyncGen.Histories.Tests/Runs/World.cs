using SyncGen.Histories.Tests.Databases;
using SyncGen.Histories.Tests.Faults;
using SyncGen.Histories.Tests.Model;
using SyncGen.Histories.Tests.Services;
using SyncGen.Histories.Tests.Stores;
using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Runs;

/// <summary>The stores of a history, their applications and their ledger.</summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly long[] s_skews = [0, 0, 0, -50, 30];

    private readonly IReadOnlyList<Database> _databases;
    private readonly Dictionary<HistoryStore, FaultyProvider> _providers = [];
    private readonly Dictionary<HistoryStore, Application> _applications = [];

    public World(HistoryPlan plan, IReadOnlyList<Database> databases, List<string> steps)
    {
        Plan = plan;
        _databases = databases;
        Random = new Random(plan.Seed ^ 0x5EED);
        Ledger = new Ledger(Random, plan.Breaks, steps);
        Environment = new HistoryEnvironment(Clock, new Random(plan.Seed ^ 0x1D));
        for (var i = 0; i < plan.Peers; i++)
        {
            Peers.Add(Add(new PeerStore(Setup($"peer{i}", SyncRole.Peer), Ledger, Environment)));
        }

        for (var i = 0; i < plan.Leaves; i++)
        {
            Leaves.Add(Add(new LeafStore(Setup($"leaf{i}", SyncRole.Leaf), Ledger, Environment, Peers[Random.Next(Peers.Count)])));
        }
    }

    public HistoryPlan Plan { get; }

    public Random Random { get; }

    public Ledger Ledger { get; }

    public HistoryClock Clock { get; } = new();

    public HistoryEnvironment Environment { get; }

    public List<PeerStore> Peers { get; } = [];

    public List<LeafStore> Leaves { get; } = [];

    public List<HistoryStore> Stores { get; } = [];

    /// <summary>Serves the peers; null where stores meet within the process.</summary>
    public PeerService? Service { get; private set; }

    public FaultyProvider ProviderOf(HistoryStore store) => _providers[store];

    public Application ApplicationOf(HistoryStore store) => _applications[store];

    public async Task ProvisionAsync()
    {
        Service = Plan.IsOverHttp ? await PeerService.StartAsync(this) : null;
        foreach (var store in Stores)
        {
            (store.Database as SqliteDatabase)?.Journal(store.Setup.IsWriteAheadLogged);
            var isUnique = Plan.IsUnique && Random.Next(2) == 0;
            if (isUnique && store.Database.TakesTablesBeforeProvisioning)
            {
                await MakeTablesAsync(store);
                MakeUnique(store);
            }

            if (Plan.StartsFull)
            {
                // The rows stay when tracking goes; then they are there when it comes again.
                await store.ProvisionAsync();
                var writes = Fill(store);
                await store.Inner.DeprovisionAsync();
                await store.ProvisionAsync();
                Note(store, writes);
            }
            else
            {
                await store.ProvisionAsync();
            }

            if (isUnique && !store.Database.TakesTablesBeforeProvisioning)
            {
                MakeUnique(store);
            }

            Clock.Now += Random.Next(0, 3);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (Service?.DisposeAsync() ?? ValueTask.CompletedTask);
        foreach (var store in Stores)
        {
            await store.DisposeAsync();
        }
    }

    private T Add<T>(T store)
        where T : HistoryStore
    {
        Stores.Add(store);
        _providers.Add(store, new FaultyProvider(store));
        _applications.Add(store, new Application(store, Clock, Random, Plan.HasChildren));
        return store;
    }

    private StoreSetup Setup(string name, SyncRole role) => new(
        name,
        _databases[Stores.Count],
        Plan.Policy,
        role,
        s_skews[Random.Next(s_skews.Length)],
        IsWriteAheadLogged: Random.Next(2) == 0);

    // The tables as provisioning makes them, but the application's own.
    private static async Task MakeTablesAsync(HistoryStore store)
    {
        await store.ProvisionAsync();
        var tables = store.Database.Rows("SELECT sql FROM sqlite_master WHERE type = 'table' AND name IN ('Item', 'Child') ORDER BY name DESC");
        await store.Inner.DeprovisionAsync();
        tables.ForEach(table => store.Database.Execute((string)table[0]!));
    }

    // An index that the model does not know of.
    private static void MakeUnique(HistoryStore store) => store.Database.Execute("""CREATE UNIQUE INDEX unique_slot ON "Item" ("Slot")""");

    private List<(RowKey Key, int Write)> Fill(HistoryStore store)
    {
        var writes = new List<(RowKey, int)>();
        for (var count = Random.Next(4); count > 0; count--)
        {
            var (key, write) = (Random.Next(1, 7), Ledger.NewWrite());
            if (store.Database.Execute(store.Database.InsertIfMissing(nameof(Item)), key, write) == 1)
            {
                writes.Add((new RowKey(nameof(Item), key), write));
            }
        }

        return writes;
    }

    private void Note(HistoryStore store, List<(RowKey Key, int Write)> writes)
    {
        foreach (var (key, write) in writes)
        {
            Ledger.Commit(write);
            var lineage = Lineage.Empty.With(write);
            if (store is PeerStore peer)
            {
                Ledger.Register(key, peer.Provisioned.Version, lineage);
            }
            else
            {
                store.Note(key, RowView.Unknown, lineage, 0);
            }
        }
    }
}
