using SyncGen.Benchmarks.Model;
using SyncGen.Providers;
using SyncGen.Sqlite;

namespace SyncGen.Benchmarks.Stores;

/// <summary>Opens database files as stores.</summary>
internal static class SalesStore
{
    public static SqliteProvider Open(string path, SyncRole role) => SalesScope.Sqlite($"Data Source={path};Pooling=False", role);

    /// <summary>Provisions a database file and closes it again.</summary>
    public static async Task ProvisionAsync(string path, SyncRole role)
    {
        await using var store = Open(path, role);
        await store.ProvisionAsync();
    }

    /// <summary>One session between two stores, which must move as many rows as expected.</summary>
    public static async Task SynchronizeAsync(SyncProvider client, SyncProvider server, long up, long down)
    {
        var result = await SyncOrchestrator.Between(client, server).SynchronizeAsync();
        if (result.Upload.Total.Written != up || result.Download.Total.Written != down || result.HasConflicts || result.HasQuarantined)
        {
            throw new InvalidOperationException($"Expected {up} rows up and {down} down, but got {result}.");
        }
    }
}
