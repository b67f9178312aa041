using SyncGen.CodeGeneration.Model;

namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>The schema sources by kind of database.</summary>
internal static class SchemaSources
{
    /// <exception cref="ArgumentOutOfRangeException">It is not one kind of database.</exception>
    public static ISchemaSource Of(Databases database) => database switch
    {
        Databases.Sqlite => new SqliteSchemaSource(),
        Databases.PostgreSql => new PostgreSqlSchemaSource(),
        Databases.MySql => new MySqlSchemaSource(),
        Databases.SqlServer => new SqlServerSchemaSource(),
        _ => throw new ArgumentOutOfRangeException(nameof(database), database, "One kind of database is read."),
    };
}
