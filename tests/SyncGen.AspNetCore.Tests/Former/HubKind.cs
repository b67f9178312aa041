namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>In which database a hub's store is.</summary>
public enum HubKind
{
    Sqlite,
    PostgreSql,
    MariaDb,
}
