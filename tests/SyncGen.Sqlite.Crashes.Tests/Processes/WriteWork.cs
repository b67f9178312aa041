using SyncGen.Sqlite.Crashes.Tests.Stores;
using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Processes;

/// <summary>Applications that write, and nobody synchronises.</summary>
internal static class WriteWork
{
    public static Func<Task> Prepare(string folder, int seed, Random random)
    {
        var applications = Array.ConvertAll(Enum.GetValues<Store>(), store => new Application(folder, store, seed));
        return () =>
        {
            applications[random.Next(applications.Length)].Run(random.Next(1, 6));
            return Task.CompletedTask;
        };
    }
}
