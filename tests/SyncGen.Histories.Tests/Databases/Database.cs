using System.Data.Common;
using SyncGen.Histories.Tests.Model;
using SyncGen.Histories.Tests.Stores;
using SyncGen.Providers;

namespace SyncGen.Histories.Tests.Databases;

/// <summary>A database as an application sees it: names in double quotes, parameters @p1, @p2 and so on, statements kept.</summary>
internal abstract class Database : IAsyncDisposable
{
    // Microseconds since 1970, long after a history's clock and long before any other.
    private const long LatestOfHistories = HistoryClock.Start * 1000;

    private readonly DbConnection _connection;
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    protected Database(DbConnection connection)
    {
        _connection = connection;
        _connection.Open();
    }

    /// <summary>The database as a store.</summary>
    public abstract SyncProvider Open(Policy policy, SyncRole role, SyncEnvironment environment);

    /// <summary>The tables of the database, in a fixed order.</summary>
    public abstract IEnumerable<string> Tables();

    /// <summary>The columns of a table.</summary>
    public abstract IEnumerable<string> ColumnsOf(string table);

    /// <summary>Whether an index that is to be there when the store is provisioned is made before; else right after.</summary>
    public virtual bool TakesTablesBeforeProvisioning => false;

    /// <summary>Begins a transaction.</summary>
    public virtual void Begin() => Execute("START TRANSACTION");

    /// <summary>Runs a statement in a transaction; answers false if the database refuses it. The transaction goes on all the same.</summary>
    public virtual bool TryExecute(string sql, params object?[] values)
    {
        try
        {
            Execute(sql, values);
            return true;
        }
        catch (DbException exception) when (IsRefusal(exception))
        {
            return false;
        }
    }

    /// <summary>Inserts a row whose columns are Key, Value and another, or gives the row of that key these values.</summary>
    public abstract string Upsert(string table, string column);

    /// <summary>The same, by the database's own way to replace rows, if it has one.</summary>
    public abstract string Replace(string table, string column);

    /// <summary>Inserts a row whose columns are Key and Value unless the key is there.</summary>
    public abstract string InsertIfMissing(string table);

    /// <summary>Statements that make a table refuse what the table refusal says: values by their remainder, deletions by their key.</summary>
    public abstract IEnumerable<string> RefusalTriggers(string table, int residues);

    /// <summary>Where a log ends: what is logged later is told from the rest by it.</summary>
    public virtual long EndOf(string log) => LatestOfHistories;

    /// <summary>Gives what was logged since another time, as a clock that goes otherwise would have.</summary>
    public virtual void SetTimes(string log, long end, long time) => Execute($"UPDATE {log} SET time = @p1 WHERE time > @p2", time, end);

    public int Execute(string sql, params object?[] values) => Command(sql, values).ExecuteNonQuery();

    public object? Scalar(string sql, params object?[] values) => Command(sql, values).ExecuteScalar() is var value and not DBNull ? value : null;

    public long Number(string sql, params object?[] values) => Convert.ToInt64(Scalar(sql, values));

    /// <summary>The rows of a query; NULL is null.</summary>
    public List<object?[]> Rows(string sql, params object?[] values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Closes the connection and clears the database away, when no store uses it any more.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }

        await _connection.DisposeAsync();
    }

    /// <summary>Whether the database says by an error that it does not take what a statement writes.</summary>
    protected abstract bool IsRefusal(DbException exception);

    private DbCommand Command(string sql, object?[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i + 1}";
                command.Parameters.Add(parameter);
            }

            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
