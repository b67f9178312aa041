using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SyncGen.Providers.Specification.Databases;

/// <summary>Plain SQL on a connection.</summary>
public static class DbConnections
{
    // Not every driver knows by itself in which transaction a command runs.
    private static readonly ConditionalWeakTable<DbConnection, DbTransaction> s_transactions = [];

    /// <summary>Begins a transaction, in which all that follows on the connection runs until it ends.</summary>
    public static async Task<DbTransaction> BeginAsync(this DbConnection connection, IsolationLevel isolation = IsolationLevel.Unspecified)
    {
        var transaction = await connection.BeginTransactionAsync(isolation);
        s_transactions.AddOrUpdate(connection, transaction);
        return transaction;
    }

    /// <summary>Runs a statement.</summary>
    public static async Task<int> ExecuteAsync(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(connection, sql);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The rows of a query, each as its values joined by a bar.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this DbConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i =>
                reader.IsDBNull(i) ? "NULL" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        // One that has ended is of no connection any more.
        if (s_transactions.TryGetValue(connection, out var transaction) && transaction.Connection == connection)
        {
            command.Transaction = transaction;
        }

        return command;
    }
}
