using SyncGen.CodeGeneration.Model;

namespace SyncGen.Tool.Scaffolding.Types;

/// <summary>The mappings by kind of database.</summary>
internal static class TypeMappings
{
    /// <exception cref="ArgumentOutOfRangeException">It is not one kind of database.</exception>
    public static ITypeMapping Of(Databases database) => database switch
    {
        Databases.Sqlite => new SqliteTypeMapping(),
        Databases.PostgreSql => new PostgreSqlTypeMapping(),
        Databases.MySql => new MySqlTypeMapping(),
        Databases.SqlServer => new SqlServerTypeMapping(),
        _ => throw new ArgumentOutOfRangeException(nameof(database), database, "One kind of database is read."),
    };
}
