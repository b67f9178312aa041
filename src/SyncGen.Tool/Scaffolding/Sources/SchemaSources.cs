using SyncGen.CodeGeneration.Model;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>The schema sources by kind of database.</summary>
internal static class SchemaSources
{
    /// <summary>Reads all tables of a live database. Changes nothing.</summary>
    /// <exception cref="ArgumentException">It is not one kind of database, or no connection string of its driver.</exception>
    /// <exception cref="SyncException">The database cannot be opened or read.</exception>
    public static async Task<DatabaseSchema> ReadAsync(Databases database, string connectionString, CancellationToken cancellationToken)
    {
        var source = Of(database);
        var name = source.NameOf(connectionString);
        try
        {
            return await source.ReadAsync(connectionString, cancellationToken);
        }
        catch (Exception exception) when (source.IsFromBelow(exception))
        {
            throw source.Translate(exception, name);
        }
    }

    private static ISchemaSource Of(Databases database) => database switch
    {
        Databases.Sqlite => new SqliteSchemaSource(),
        Databases.PostgreSql => new PostgreSqlSchemaSource(),
        Databases.MySql => new MySqlSchemaSource(),
        Databases.SqlServer => new SqlServerSchemaSource(),
        _ => throw new ArgumentOutOfRangeException(nameof(database), database, "One kind of database is read."),
    };
}
