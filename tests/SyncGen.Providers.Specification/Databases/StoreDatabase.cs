using System.Data;
using System.Data.Common;
using SyncGen.Filters;
using SyncGen.Providers.Specification.Models;
using SyncGen.Testing.Servers;

namespace SyncGen.Providers.Specification.Databases;

/// <summary>A database of a test's own, as an application sees it: plain SQL, names in double quotes, parameters that begin with @.</summary>
public abstract class StoreDatabase : IAsyncDisposable
{
    /// <summary>Which kind it is.</summary>
    public abstract DatabaseKind Kind { get; }

    /// <summary>The connection string for a store.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>The column type that a GUID has.</summary>
    public abstract string GuidType { get; }

    /// <summary>A GUID as the value of a parameter.</summary>
    public virtual object ValueOf(Guid id) => id;

    /// <summary>Takes all triggers of a table away, as whoever makes it anew does.</summary>
    public async Task DropTriggersAsync(string table)
    {
        foreach (var trigger in await RowsAsync(TriggersOf(table)))
        {
            await ExecuteAsync($"""DROP TRIGGER "{trigger}"{(Kind == DatabaseKind.PostgreSql ? $" ON \"{table}\"" : "")}""");
        }
    }

    /// <summary>A query that locks the rows that it reads, where a transaction does not lock the whole database. Default: <c>FOR UPDATE</c>.</summary>
    public virtual string LockingRead(string column, string table, string condition) => $"""SELECT "{column}" FROM "{table}" WHERE {condition} FOR UPDATE""";

    /// <summary>Whether several programs may have transactions open that write.</summary>
    public abstract bool TakesManyWriters { get; }

    /// <summary>What makes an insert update a column of the row instead where the key is there already.</summary>
    public virtual string OrUpdate(string key, string column) => $"""ON CONFLICT ("{key}") DO UPDATE SET "{column}" = excluded."{column}" """;

    /// <summary>Isolation levels that programs use.</summary>
    public abstract IReadOnlyList<IsolationLevel> Isolations { get; }

    /// <summary>How long a program that keeps a transaction open waits between two statements, in milliseconds.</summary>
    public abstract int TransactionMillisecondsMax { get; }

    /// <summary>Whether a program's transaction failed on account of another one.</summary>
    public abstract bool IsContended(DbException exception);

    /// <summary>Breaks the connections of all stores of this database off, as an administrator may; answers how many there were.</summary>
    public abstract Task<int> BreakConnectionsAsync();

    /// <summary>Makes a database.</summary>
    public static async Task<StoreDatabase> CreateAsync(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => new SqliteDatabase(),
        DatabaseKind.PostgreSql => await PostgreSqlDatabase.CreateAsync(),
        DatabaseKind.MySql => await MySqlDatabase.CreateAsync(),
        DatabaseKind.SqlServer => await SqlServerDatabase.CreateAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Say here how to make one."),
    };

    /// <summary>Makes a database on a server of the test's own.</summary>
    public static async Task<StoreDatabase> CreateAsync(DatabaseServer server) => server switch
    {
        PostgreSqlServer => await PostgreSqlDatabase.OnAsync(server),
        MariaDbServer => await MySqlDatabase.OnAsync(server),
        _ => throw new ArgumentOutOfRangeException(nameof(server), server, "Say here how to make one."),
    };

    /// <summary>The database as a store of a scope.</summary>
    public abstract SyncProvider Open(ScopeStores scope, SyncRole role, SyncEnvironment? environment = null, SyncFilter? filter = null);

    /// <summary>Another connection, as another program has it; open.</summary>
    public abstract Task<DbConnection> ConnectAsync();

    /// <summary>The names of all that is in the database: tables, indexes, triggers, functions.</summary>
    public abstract Task<IReadOnlyList<string>> ObjectsAsync();

    /// <summary>The types of a table's columns by their names, in the words of the database's manual.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ColumnTypesAsync(string table) =>
        (await RowsAsync(ColumnTypesOf(table))).Select(row => row.Split('|')).ToDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>A query for them: name and type.</summary>
    protected abstract string ColumnTypesOf(string table);

    /// <summary>A query for the names of its triggers.</summary>
    protected abstract string TriggersOf(string table);

    /// <summary>Runs a statement on a connection of its own.</summary>
    public async Task<int> ExecuteAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await ConnectAsync();
        return await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>The rows of a query, each as its values joined by a bar.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        return await connection.RowsAsync(sql);
    }

    /// <summary>The one value of a query.</summary>
    public async Task<string> ScalarAsync(string sql) => Assert.Single(await RowsAsync(sql));

    /// <summary>Lets go of the database.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
