using SyncGen.Sqlite.Crashes.Tests.Stores;

namespace SyncGen.Sqlite.Crashes.Tests.Processes;

/// <summary>Provisions a table full of rows, completes what is missing, and takes all away again.</summary>
internal static class ProvisionWork
{
    public static Func<Task> Prepare(string folder, Random random, SyncRole role)
    {
        var path = FullTable.PathOf(folder, role);
        var provider = StoreProvider.Open(path, role);
        return async () =>
        {
            await provider.ProvisionAsync();
            await provider.ProvisionAsync();
            using (var file = new StoreFile(path))
            {
                var triggers = file.Rows("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name");
                file.Execute($"DROP TRIGGER \"{triggers[random.Next(triggers.Count)]}\"");
            }

            await provider.ProvisionAsync();
            await provider.DeprovisionAsync();
        };
    }
}
