using MusicStore.Data;
using MusicStore.Work;

namespace MusicStore.Proof;

/// <summary>Proves that all stores hold the same rows, that all deeds are among them, and that no row waits.</summary>
internal static class Agreement
{
    public static async Task<bool> ShowAsync(IReadOnlyList<Store> stores, IReadOnlyList<TableShape> tables)
    {
        var databases = stores.Select(store => store.Open()).ToList();
        try
        {
            var tablesAgree = TablesAgree(stores, databases, tables);
            var deedsArrived = DeedsArrived(stores, databases);
            return await NothingWaitsAsync(stores) && tablesAgree && deedsArrived;
        }
        finally
        {
            databases.ForEach(database => database.Dispose());
        }
    }

    private static bool TablesAgree(IReadOnlyList<Store> stores, List<Database> databases, IReadOnlyList<TableShape> tables)
    {
        Console.WriteLine($"{"",-14}{string.Concat(stores.Select(store => $"{store.Name,-18}"))}");
        var all = true;
        foreach (var table in tables)
        {
            var digests = databases.Select(database => TableDigest.Of(database, table)).ToList();
            var agree = digests.Distinct().Count() == 1;
            all &= agree;
            var cells = digests.Select(digest => $"{digest.Rows,6} {digest.Checksum}   ");
            Console.WriteLine($"{table.Name,-14}{string.Concat(cells)}{(agree ? "agree" : "DIFFER")}");
        }

        return all;
    }

    private static bool DeedsArrived(IReadOnlyList<Store> stores, List<Database> databases)
    {
        var traces = stores.SelectMany(store => store.Deeds.Where(deed => deed.Trace is not null), (store, deed) => (store, deed)).ToList();
        var lost = traces.SelectMany(trace => stores.Zip(databases), (trace, place) => (trace.store, trace.deed, place))
            .Where(check => !check.place.Second.IsTrue(check.deed.Trace!)).ToList();
        foreach (var (store, deed, place) in lost)
        {
            Console.WriteLine($"LOST: {store.Name} {deed.What}; it did not arrive at {place.First.Name}");
        }

        Console.WriteLine($"{traces.Count} deeds without a rival, {(lost.Count == 0 ? "all of them everywhere" : "not all of them everywhere")}");
        return lost.Count == 0;
    }

    private static async Task<bool> NothingWaitsAsync(IReadOnlyList<Store> stores)
    {
        var nothing = true;
        foreach (var store in stores)
        {
            foreach (var row in await store.Provider.ReadQuarantineAsync())
            {
                nothing = false;
                Console.WriteLine($"WAITING at {store.Name}: {row.Table} {row.Key}: {row.Error}");
            }
        }

        return nothing;
    }
}
