using SyncGen.Sqlite.Tests.Model.Shop;
using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Processes;

/// <summary>What this assembly does as a program: says that it is ready, waits for a line, works, and says how that went.</summary>
internal static class Child
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        await using var work = Prepare(arguments);
        Console.WriteLine("ready");
        Console.ReadLine();
        try
        {
            await work.RunAsync();
            Console.WriteLine("done");
            return 0;
        }
        catch (SyncException error)
        {
            Console.WriteLine($"{error.Code}: {error.Message}");
            return 1;
        }
    }

    private static ChildWork Prepare(string[] arguments) => arguments switch
    {
        ["provision", var path] => new ChildWork(() => Peer(path).ProvisionAsync()),
        ["synchronize", var client, var hub] => new ChildWork(() =>
            SyncOrchestrator.Between(Peer(client), Peer(hub)).SynchronizeAsync(new SyncOptions { BatchBytesMax = 5_000 })),
        ["lock", var path] => Lock(path),
        _ => throw new ArgumentException($"There is no such work: {string.Join(' ', arguments)}.", nameof(arguments)),
    };

    private static ChildWork Lock(string path)
    {
        var database = new Database(path);
        database.Execute("BEGIN EXCLUSIVE");
        return new ChildWork(() => Task.CompletedTask, database);
    }

    private static SqliteProvider Peer(string path) => ShopScope.Sqlite($"Data Source={path}", SyncRole.Peer);
}
