using SyncGen.Sqlite.Crashes.Tests.Processes;
using SyncGen.Sqlite.Crashes.Tests.Stores;
using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Runs;

/// <summary>A folder of stores that lives through several kills: a hub, its leaf, another peer, and full tables to provision.</summary>
internal sealed class World(int seed, string folder)
{
    /// <summary>Meetings of all until nothing travels any more; a conflict takes some.</summary>
    private const int RoundsMax = 6;

    private readonly Random _random = new(seed);
    private readonly Dictionary<Store, Ledger> _ledgers = Enum.GetValues<Store>().ToDictionary(store => store, store => new Ledger(seed, store));
    private readonly Dictionary<SyncRole, FullTable> _full = Enum.GetValues<SyncRole>().ToDictionary(role => role, role => new FullTable(folder, role));
    private readonly Dictionary<SyncRole, int> _steps = Enum.GetValues<SyncRole>().ToDictionary(role => role, _ => -1);
    private int _unreported;

    /// <summary>Runs a world from its seed.</summary>
    public static async Task<WorldResult> RunAsync(int seed, int kills, string folder)
    {
        var world = new World(seed, folder);
        var plan = "the beginning";
        var done = 0;
        string? failure = null;
        Victim? next = null;
        try
        {
            await world.CreateAsync();
            var plans = Enumerable.Range(0, kills).Select(step => KillPlan.Next(world._random, step)).ToList();
            next = new Victim(plans[0], folder, seed);
            for (; done < kills; done++)
            {
                plan = plans[done].ToString();
                await next!.DieAsync();
                next.Dispose();

                // The next one starts while this one's traces are looked at; it touches nothing before it is told.
                next = done + 1 < kills ? new Victim(plans[done + 1], folder, seed) : null;
                await world.CheckAsync(plans[done], isLast: done + 1 == kills);
            }
        }
        catch (Exception error) when (error is CrashException or SyncException or Microsoft.Data.Sqlite.SqliteException)
        {
            failure = $"seed {seed}, {plan}: {error}\nRepeat it with SYNCGEN_SEED={seed} SYNCGEN_KILLS={kills}.";
        }

        finally
        {
            next?.Dispose();
        }

        return new(seed, done, world._ledgers.Values.Sum(ledger => ledger.Committed), world._ledgers.Values.Sum(ledger => ledger.RolledBack),
            world._unreported, world.CountConflicts(), failure);
    }

    private async Task CreateAsync()
    {
        var journalMode = seed % 2 == 0 ? "delete" : "wal";
        foreach (var store in Enum.GetValues<Store>())
        {
            using (var file = new StoreFile(StoreFile.PathOf(folder, store)))
            {
                file.CreateTables(journalMode);
            }

            // These rows are older than what tracks them.
            using (var application = new Application(folder, store, seed))
            {
                application.Run(5);
            }

            await using var provider = StoreProvider.Open(folder, store);
            await provider.ProvisionAsync();
        }

        foreach (var full in _full.Values)
        {
            await full.CreateAsync(journalMode);
        }
    }

    private async Task CheckAsync(KillPlan plan, bool isLast)
    {
        CheckOwnRows();
        if (plan.Work is Work.ProvisionLeaf or Work.ProvisionPeer)
        {
            var role = plan.Work == Work.ProvisionLeaf ? SyncRole.Leaf : SyncRole.Peer;
            await _full[role].CheckAsync(++_steps[role]);
        }

        if (plan.Settles || isLast)
        {
            await SettleAsync();
            CheckAllRows();
        }
    }

    /// <summary>What a store's writers committed is there, and nothing that they took back.</summary>
    private void CheckOwnRows()
    {
        foreach (var (store, ledger) in _ledgers)
        {
            using var file = new StoreFile(StoreFile.PathOf(folder, store));
            Invariants.Check(file);
            var path = Journal.PathOf(folder, store);
            var last = Journal.LastOf(path);
            ledger.Advance(last);
            if (ledger.Require(file.ReadRows()))
            {
                using var journal = new Journal(path);
                journal.Report(last + 1);
                ledger.Advance(last + 1);
                _unreported++;
            }
        }
    }

    private async Task SettleAsync()
    {
        await using var hub = StoreProvider.Open(folder, Store.Hub);
        await using var leaf = StoreProvider.Open(folder, Store.Leaf);
        await using var peer = StoreProvider.Open(folder, Store.Peer);
        for (var round = 0; round < RoundsMax; round++)
        {
            var travelled = 0L;
            foreach (var client in new[] { leaf, peer })
            {
                var result = await SyncOrchestrator.Between(client, hub).SynchronizeAsync(new SyncOptions { BatchBytesMax = 50_000 });
                StoreProvider.RequireCalm(result);
                travelled += result.Upload.Rows + result.Download.Rows;
            }

            if (travelled == 0)
            {
                return;
            }
        }

        throw new CrashException($"{RoundsMax} meetings did not bring the stores to rest");
    }

    /// <summary>All stores have the same rows: each as the one that writes it left it.</summary>
    private void CheckAllRows()
    {
        var expected = _ledgers.Values.SelectMany(ledger => ledger.Rows).OrderBy(row => row.Key).ToList();
        var shared = new List<KeyValuePair<RowKey, long>>();
        foreach (var store in _ledgers.Keys)
        {
            using var file = new StoreFile(StoreFile.PathOf(folder, store));
            Invariants.CheckAtRest(file);
            var rows = file.ReadRows();
            var own = rows.Where(row => !row.Key.IsShared).ToList();
            if (!own.SequenceEqual(expected))
            {
                throw new CrashException($"{store} at rest: {Ledger.Difference(expected, own)}");
            }

            var here = rows.Where(row => row.Key.IsShared).ToList();
            shared = store == Store.Hub ? here : shared;
            if (!here.SequenceEqual(shared))
            {
                throw new CrashException($"{store} at rest differs from the hub: {Ledger.Difference(shared, here)}");
            }

            RequireConflictsOfSharedRows(file, store);
        }

        if (shared.Where(row => !_ledgers.Values.Any(ledger => ledger.WroteLast(row.Key, row.Value))).Take(1).ToList() is [var stale])
        {
            throw new CrashException($"{stale.Key} is of write {stale.Value}, which is no store's last");
        }
    }

    private static void RequireConflictsOfSharedRows(StoreFile file, Store store)
    {
        var others = file.Rows("SELECT table_name, row_key FROM syncgen_boxes_conflict").Where(row => !IsShared(row)).ToList();
        if (others.Count > 0)
        {
            throw new CrashException($"{store} logged conflicts over rows that one store alone writes: {string.Join("; ", others.Take(5))}");
        }
    }

    private static bool IsShared(string row) => row.StartsWith("Box|", StringComparison.Ordinal)
        && new RowKey(false, long.Parse(string.Concat(row.Where(char.IsAsciiDigit)))).IsShared;

    private long CountConflicts()
    {
        using var file = new StoreFile(StoreFile.PathOf(folder, Store.Hub));
        return long.Parse(file.Rows("SELECT count(*) FROM syncgen_boxes_conflict")[0]);
    }
}
