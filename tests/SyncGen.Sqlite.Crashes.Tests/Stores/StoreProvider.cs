using SyncGen.Sqlite.Crashes.Tests.Model;
using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Stores;

/// <summary>Stores as sessions see them.</summary>
internal static class StoreProvider
{
    public static SqliteProvider Open(string folder, Store store, TimeSpan? lockTimeout = null) =>
        Open(StoreFile.PathOf(folder, store), store == Store.Leaf ? SyncRole.Leaf : SyncRole.Peer, lockTimeout);

    public static SqliteProvider Open(string path, SyncRole role, TimeSpan? lockTimeout = null)
    {
        var options = new SqliteProviderOptions { Role = role };
        options.LockTimeout = lockTimeout ?? options.LockTimeout;
        return BoxScope.Sqlite($"Data Source={path}", options);
    }

    /// <summary>A store that was killed must not be taken for one that was restored, or was away.</summary>
    public static void RequireCalm(SyncResult result)
    {
        if (result.WasReconciled || result.IdentityResets.Count > 0 || result.Restarts.Count > 0)
        {
            throw new CrashException($"A session found more than there was: {result} {string.Join("; ", result.Notes)}");
        }
    }
}
