using SyncGen.MySql;
using SyncGen.PostgreSql;
using SyncGen.Providers;
using SyncGen.Sqlite;

namespace SyncGen.Histories.Tests.Model;

/// <summary>A scope for each way in which conflicts may end.</summary>
/// <param name="Name">The scope's name.</param>
/// <param name="Sqlite">Makes a SQLite store of the scope.</param>
/// <param name="PostgreSql">Makes a PostgreSQL store of the scope.</param>
/// <param name="MySql">Makes a MariaDB or MySQL store of the scope.</param>
internal sealed record Policy(
    string Name,
    Func<string, SqliteProviderOptions, SyncProvider> Sqlite,
    Func<string, PostgreSqlProviderOptions, SyncProvider> PostgreSql,
    Func<string, MySqlProviderOptions, SyncProvider> MySql)
{
    public static IReadOnlyList<Policy> All { get; } =
    [
        new("latest", LatestScope.Sqlite, LatestScope.PostgreSql, LatestScope.MySql),
        new("destination", DestinationScope.Sqlite, DestinationScope.PostgreSql, DestinationScope.MySql),
        new("source", SourceScope.Sqlite, SourceScope.PostgreSql, SourceScope.MySql),
        new("server", ServerScope.Sqlite, ServerScope.PostgreSql, ServerScope.MySql),
        new("client", ClientScope.Sqlite, ClientScope.PostgreSql, ClientScope.MySql),
        new("custom", CustomScope.Sqlite, CustomScope.PostgreSql, CustomScope.MySql),
    ];
}
