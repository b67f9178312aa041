using MusicStore.Data;
using MusicStore.Proof;
using MusicStore.Work;
using SyncGen;

namespace MusicStore;

/// <summary>The head office has the database of the shop's music, a branch has another peer; a shop hangs on the one, a van on the other.</summary>
internal sealed class Tour : IAsyncDisposable
{
    private const int RoundsMax = 10;

    private readonly Store _head;
    private readonly Store _branch;
    private readonly Store _shop;
    private readonly Store _van;
    private readonly IReadOnlyList<SyncOrchestrator> _meetings;

    private Tour(WorkFolder folder)
    {
        _head = new Store("head office", folder.ConnectionString("head"), SyncRole.Peer, Deeds.OfTheHeadOffice);
        _branch = new Store("branch", folder.ConnectionString("branch"), SyncRole.Peer, Deeds.OfTheBranch);
        _shop = new Store("shop", folder.ConnectionString("shop"), SyncRole.Leaf, Deeds.OfTheShop);
        _van = new Store("van", folder.ConnectionString("van"), SyncRole.Leaf, Deeds.OfTheVan);
        _meetings =
        [
            SyncOrchestrator.Between(_shop.Provider, _head.Provider),
            SyncOrchestrator.Between(_branch.Provider, _head.Provider),
            SyncOrchestrator.Between(_van.Provider, _branch.Provider),
        ];
    }

    private IReadOnlyList<Store> Stores => [_head, _branch, _shop, _van];

    /// <returns>Whether all stores agree in the end.</returns>
    public static async Task<bool> RunAsync(string original)
    {
        using var folder = new WorkFolder();
        await folder.CopyAsync(original, "head");
        await using var tour = new Tour(folder);
        IReadOnlyList<TableShape> tables;
        using (var database = tour._head.Open())
        {
            tables = TableShape.AllOf(database);
            Chinook.Require(tables, original);
        }

        Console.WriteLine("The first synchronisation: the head office has all rows, the others have none.");
        var quiet = await tour.SynchronizeUntilQuietAsync();
        Console.WriteLine("\nEverybody works, nobody is connected.");
        foreach (var store in tour.Stores)
        {
            store.Work();
        }

        Console.WriteLine("\nThey synchronise until nothing is left to say.");
        quiet &= await tour.SynchronizeUntilQuietAsync();
        await tour.ShowConflictsAsync();
        Console.WriteLine("\nRows and checksum of each table:");
        var agree = await Agreement.ShowAsync(tour.Stores, tables);
        Console.WriteLine(agree && quiet ? "All four stores agree." : "The stores do not agree.");
        return agree && quiet;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in Stores)
        {
            await store.DisposeAsync();
        }
    }

    private async Task<bool> SynchronizeUntilQuietAsync()
    {
        for (var round = 1; round <= RoundsMax; round++)
        {
            var changed = false;
            foreach (var meeting in _meetings)
            {
                var result = await meeting.SynchronizeAsync();
                Console.WriteLine($"{round}: {result}");
                changed |= result.HasChanges;
            }

            if (!changed)
            {
                return true;
            }
        }

        return false;
    }

    private async Task ShowConflictsAsync()
    {
        Console.WriteLine("\nWhat lost in conflicts:");
        foreach (var store in Stores)
        {
            foreach (var conflict in await store.Provider.ReadConflictsAsync())
            {
                Console.WriteLine($"{store.Name}: {conflict.Table} lost {conflict.Loser ?? "a deletion"}\n  to {conflict.Winner ?? "a deletion"}");
            }
        }
    }
}
