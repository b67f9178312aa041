using SyncGen.Providers;

namespace SyncGen.Sqlite.Histories.Tests.Model;

/// <summary>A scope for each way in which conflicts may end.</summary>
/// <param name="Name">The scope's name.</param>
/// <param name="Open">Makes a store of the scope.</param>
internal sealed record Policy(string Name, Func<string, SqliteProviderOptions, SyncProvider> Open)
{
    public static IReadOnlyList<Policy> All { get; } =
    [
        new("latest", LatestScope.Sqlite),
        new("destination", DestinationScope.Sqlite),
        new("source", SourceScope.Sqlite),
        new("server", ServerScope.Sqlite),
        new("client", ClientScope.Sqlite),
        new("custom", CustomScope.Sqlite),
    ];
}
