using SyncGen.CodeGeneration.Findings;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>What an entity asks of the databases that a project has providers for, and some of them cannot do.</summary>
internal static class DatabaseCheck
{
    private static readonly (Databases Database, Action<EntityModel, FindingList> Run)[] s_checks =
    [
        (Databases.Sqlite, SqliteCheck.Run),
        (Databases.PostgreSql, PostgreSqlCheck.Run),
        (Databases.SqlServer, SqlServerCheck.Run),
    ];

    public static void Run(EntityModel entity, Databases databases, FindingList findings)
    {
        foreach (var check in s_checks.Where(c => databases.HasFlag(c.Database)))
        {
            check.Run(entity, findings);
        }
    }
}
