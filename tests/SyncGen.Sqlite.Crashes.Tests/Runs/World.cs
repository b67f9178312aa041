using SyncGen.Sqlite.Crashes.Tests.Processes;
using SyncGen.Sqlite.Crashes.Tests.Stores;
using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Runs;

/// <summary>A folder of stores that lives through several kills: a hub, its leaf, another peer, and full tables to provision.</summary>
internal sealed class World(int seed, string folder)
{
    private readonly Random _random = new(seed);
    private readonly StoreSet _stores = new(seed, folder, Enum.GetValues<Store>());
    private readonly Dictionary<SyncRole, FullTable> _full = Enum.GetValues<SyncRole>().ToDictionary(role => role, role => new FullTable(folder, role));
    private readonly Dictionary<SyncRole, int> _steps = Enum.GetValues<SyncRole>().ToDictionary(role => role, _ => -1);

    private int _withinTransactions;

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

        var stores = world._stores;
        return new(
            seed, done, world._withinTransactions, stores.HalfRead, stores.Committed, stores.Unreported, stores.RolledBack, stores.CountConflicts(), failure);
    }

    private async Task CreateAsync()
    {
        var journalMode = seed % 2 == 0 ? "delete" : "wal";
        await _stores.CreateAsync(journalMode);
        foreach (var full in _full.Values)
        {
            await full.CreateAsync(journalMode);
        }
    }

    private async Task CheckAsync(KillPlan plan, bool isLast)
    {
        _withinTransactions += Directory.EnumerateFiles(folder, "*-journal").Any() ? 1 : 0;
        _stores.CheckOwnRows();
        if (plan.Work is Work.ProvisionLeaf or Work.ProvisionPeer)
        {
            var role = plan.Work == Work.ProvisionLeaf ? SyncRole.Leaf : SyncRole.Peer;
            await _full[role].CheckAsync(++_steps[role]);
        }

        if (plan.Settles || isLast)
        {
            await _stores.SettleAsync();
            _stores.CheckAllRows();
        }
    }
}
