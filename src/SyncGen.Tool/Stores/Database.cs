using SyncGen.CodeGeneration.Model;
using SyncGen.MySql;
using SyncGen.PostgreSql;
using SyncGen.Relational;
using SyncGen.Sqlite;
using SyncGen.SqlServer;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Stores;

/// <summary>A kind of database.</summary>
/// <param name="Name">Its name on command lines.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Method">The method that the generator adds to a scope's class.</param>
/// <param name="Package">The package to reference for it.</param>
/// <param name="Options">Makes options of its kind.</param>
internal sealed record Database(string Name, string Title, string Method, string Package, Func<RelationalProviderOptions> Options)
{
    public static Database Sqlite { get; } = new("sqlite", "SQLite", "Sqlite", "SyncGen.Sqlite", () => new SqliteProviderOptions());

    public static Database PostgreSql { get; } = new("postgresql", "PostgreSQL", "PostgreSql", "SyncGen.PostgreSql", () => new PostgreSqlProviderOptions());

    public static Database MySql { get; } = new("mysql", "MySQL", "MySql", "SyncGen.MySql", () => new MySqlProviderOptions());

    public static Database SqlServer { get; } = new("sqlserver", "SQL Server", "SqlServer", "SyncGen.SqlServer", () => new SqlServerProviderOptions());

    /// <summary>The kind as the engine has it.</summary>
    public Databases Kind => Enum.Parse<Databases>(Method);

    /// <summary>Whether a connection string names a database that ends with its connection.</summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public bool EndsWithConnection(string connectionString) => this == Sqlite && SqliteSource.EndsWithConnection(connectionString);

    /// <summary>The same database, where the path of a file is meant from a folder.</summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public string From(string folder, string connectionString) => this == Sqlite ? SqliteSource.From(folder, connectionString) : connectionString;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<Database> All { get; } = [Sqlite, PostgreSql, MySql, SqlServer];

    /// <summary>The kind of a name, in whatever case; null if there is none.</summary>
    public static Database? TryFind(string name) => name.ToUpperInvariant() switch
    {
        "SQLITE" => Sqlite,
        "POSTGRESQL" or "POSTGRES" => PostgreSql,
        "MYSQL" or "MARIADB" => MySql,
        "SQLSERVER" => SqlServer,
        _ => null,
    };

    /// <summary>The kind of a name.</summary>
    public static Database Find(string name) => TryFind(name)
        ?? throw new ToolException($"There is no database '{name}'. It is one of {string.Join(", ", All.Select(database => database.Name))}.");
}
