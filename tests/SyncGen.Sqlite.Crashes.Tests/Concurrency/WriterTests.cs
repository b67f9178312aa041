using System.Diagnostics;
using System.Globalization;
using SyncGen.Sqlite.Crashes.Tests.Processes;
using SyncGen.Sqlite.Crashes.Tests.Stores;
using SyncGen.Sqlite.Crashes.Tests.Truth;
using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.Sqlite.Crashes.Tests.Concurrency;

/// <summary>Applications in other processes write, in transactions of any length, while sessions run.</summary>
public sealed class WriterTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(2);

    public static TheoryData<string, SyncRole, int> Cases => new()
    {
        { "wal", SyncRole.Leaf, 1 },
        { "wal", SyncRole.Peer, 2 },
        { "delete", SyncRole.Leaf, 3 },
        { "delete", SyncRole.Peer, 4 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nothing_is_lost(string journalMode, SyncRole role, int seed)
    {
        using var folder = new TemporaryFolder();
        var store = role == SyncRole.Leaf ? Store.Leaf : Store.Peer;
        var stores = new StoreSet(seed, folder.Path, Store.Hub, store);
        await stores.CreateAsync(journalMode);
        var sessions = 0;
        await using (var client = StoreProvider.Open(folder.Path, store))
        await using (var hub = StoreProvider.Open(folder.Path, Store.Hub))
        {
            using var first = await Remote.StartAsync("write", folder.Path, nameof(Store.Hub), seed.ToString(CultureInfo.InvariantCulture));
            using var second = await Remote.StartAsync("write", folder.Path, store.ToString(), seed.ToString(CultureInfo.InvariantCulture));
            first.Say("go");
            second.Say("go");
            var started = Stopwatch.GetTimestamp();
            for (; sessions < 3 || Stopwatch.GetElapsedTime(started) < s_duration; sessions++)
            {
                var options = new SyncOptions { BatchBytesMax = sessions % 2 == 0 ? 10_000 : 100_000 };
                StoreProvider.RequireCalm(await SyncOrchestrator.Between(client, hub).SynchronizeAsync(options));

                // SQLite queues nobody: who asks again at once leaves others little room.
                await Task.Delay(30);
            }

            await Task.WhenAll(first.DoAsync("enough"), second.DoAsync("enough"));
        }

        stores.CheckOwnRows();
        await stores.SettleAsync();
        stores.CheckAllRows();
        output.WriteLine($"{sessions} sessions, {stores.Committed} transactions committed, {stores.RolledBack} rolled back, {stores.CountConflicts()} conflicts");
        Assert.Equal(0, stores.Unreported);
        Assert.InRange(stores.Committed, 15, int.MaxValue);
        Assert.InRange(stores.RolledBack, 3, int.MaxValue);
    }
}
