using System.Globalization;
using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Stores;

/// <summary>A hub and stores that meet it, all in one folder, and what is known of them from their writers.</summary>
internal sealed class StoreSet(int seed, string folder, params Store[] stores)
{
    /// <summary>Meetings of all until nothing travels any more; a conflict takes some.</summary>
    private const int RoundsMax = 6;

    private readonly Dictionary<Store, Ledger> _ledgers = stores.ToDictionary(store => store, store => new Ledger(seed, store));

    public int Committed => _ledgers.Values.Sum(ledger => ledger.Committed);

    public int RolledBack => _ledgers.Values.Sum(ledger => ledger.RolledBack);

    /// <summary>Transactions that were found committed though nobody reported so: those that a kill came upon.</summary>
    public int Unreported { get; private set; }

    /// <summary>How often a store was found that had read some batches of another and lacked others.</summary>
    public int HalfRead { get; private set; }

    /// <summary>Creates and provisions them; they hold rows that are older than what tracks them.</summary>
    public async Task CreateAsync(string journalMode)
    {
        foreach (var store in stores)
        {
            using (var file = new StoreFile(StoreFile.PathOf(folder, store)))
            {
                file.CreateTables(journalMode);
            }

            using (var application = new Application(folder, store, seed))
            {
                application.Run(5);
            }

            await using var provider = StoreProvider.Open(folder, store);
            await provider.ProvisionAsync();
        }
    }

    /// <summary>What a store's writers committed is there, and nothing that they took back.</summary>
    public void CheckOwnRows()
    {
        foreach (var (store, ledger) in _ledgers)
        {
            using var file = new StoreFile(StoreFile.PathOf(folder, store));
            Invariants.Check(file);
            HalfRead += file.Rows("SELECT 1 FROM syncgen_boxes_replica WHERE cursor IS NOT NULL").Count;
            var path = Journal.PathOf(folder, store);
            var last = Journal.LastOf(path);
            ledger.Advance(last);
            if (ledger.Require(file.ReadRows()))
            {
                using var journal = new Journal(path);
                journal.Report(last + 1);
                ledger.Advance(last + 1);
                Unreported++;
            }
        }
    }

    /// <summary>Lets all meet until nothing travels any more.</summary>
    public async Task SettleAsync()
    {
        await using var hub = StoreProvider.Open(folder, Store.Hub);
        for (var round = 0; round < RoundsMax; round++)
        {
            var travelled = 0L;
            foreach (var store in stores.Where(store => store != Store.Hub))
            {
                await using var client = StoreProvider.Open(folder, store);
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
    public void CheckAllRows()
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

    /// <summary>How many conflicts the hub has settled.</summary>
    public long CountConflicts()
    {
        using var file = new StoreFile(StoreFile.PathOf(folder, Store.Hub));
        return long.Parse(file.Rows("SELECT count(*) FROM syncgen_boxes_conflict")[0], CultureInfo.InvariantCulture);
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
        && new RowKey(false, long.Parse(string.Concat(row.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture)).IsShared;
}
