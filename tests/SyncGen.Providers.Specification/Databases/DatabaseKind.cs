namespace SyncGen.Providers.Specification.Databases;

/// <summary>The kinds of databases that stores are made in.</summary>
public enum DatabaseKind
{
    /// <summary>A SQLite file.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database.</summary>
    PostgreSql,

    /// <summary>A MariaDB database, or one of MySQL.</summary>
    MySql,

    /// <summary>A SQL Server or Azure SQL database.</summary>
    SqlServer,
}
