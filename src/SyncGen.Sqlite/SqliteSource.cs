using Microsoft.Data.Sqlite;
using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>Which file is opened, and whether it may be created.</summary>
internal static class SqliteSource
{
    private const string InMemory = ":memory:";

    /// <summary>The connection string for a use of the store that a connection string names.</summary>
    public static string For(string connectionString, StoreUse use)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        // A temporary database is always there; what a URI means, SQLite alone knows.
        if (use == StoreUse.Change || builder.Mode != SqliteOpenMode.ReadWriteCreate
            || builder.DataSource is "" or InMemory || SqliteText.IsUri(builder.DataSource) && use == StoreUse.Preview)
        {
            return connectionString;
        }

        if (use == StoreUse.Preview && !File.Exists(builder.DataSource) && CanBeCreated(builder.DataSource))
        {
            builder.DataSource = InMemory;
        }
        else
        {
            builder.Mode = SqliteOpenMode.ReadWrite;
        }

        return builder.ConnectionString;
    }

    /// <summary>Whether the database of a connection string ends with its connection.</summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static bool EndsWithConnection(string connectionString)
    {
        var builder = SqliteProvider.Parse(connectionString);
        return builder.Mode == SqliteOpenMode.Memory || builder.DataSource is "" or InMemory
            || SqliteText.IsUri(builder.DataSource)
                && (builder.DataSource.Contains(InMemory, StringComparison.Ordinal) || builder.DataSource.Contains("mode=memory", StringComparison.Ordinal));
    }

    /// <summary>The same file, where a relative path is meant from a folder. A URI is left as it is, and so is what the driver fills in.</summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static string From(string folder, string connectionString)
    {
        var builder = SqliteProvider.Parse(connectionString);
        if (builder.DataSource is "" or InMemory or ['|', ..] || SqliteText.IsUri(builder.DataSource))
        {
            return connectionString;
        }

        builder.DataSource = Path.Combine(folder, builder.DataSource);
        return builder.ConnectionString;
    }

    private static bool CanBeCreated(string path) =>
        !Directory.Exists(path) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)));
}
