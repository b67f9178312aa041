using SyncGen.Sqlite.Crashes.Tests.Stores;
using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Processes;

/// <summary>Applications write to two stores, which meet in batches of all sizes.</summary>
internal static class SynchronizeWork
{
    private static readonly int[] s_batchBytes = [1, 300, 2_000, 20_000, 1 << 20];

    public static Func<Task> Prepare(string folder, int seed, Random random, Store client)
    {
        Application[] applications = [new(folder, Store.Hub, seed), new(folder, client, seed)];
        var sessions = SyncOrchestrator.Between(StoreProvider.Open(folder, client), StoreProvider.Open(folder, Store.Hub));
        return async () =>
        {
            foreach (var application in applications)
            {
                application.Run(random.Next(0, 4));
            }

            var options = new SyncOptions
            {
                BatchBytesMax = s_batchBytes[random.Next(s_batchBytes.Length)],
                Order = (SyncOrder)random.Next(Enum.GetValues<SyncOrder>().Length),
            };
            StoreProvider.RequireCalm(await sessions.SynchronizeAsync(options));
        };
    }
}
