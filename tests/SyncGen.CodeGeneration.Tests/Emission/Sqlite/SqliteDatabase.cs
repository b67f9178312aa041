using Microsoft.Data.Sqlite;
using SyncGen.CodeGeneration.Emission.Sqlite;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Tests.Emission.Sqlite;

/// <summary>A database in memory that emitted scripts run on.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:;Foreign Keys=True");

    public SqliteDatabase() => _connection.Open();

    /// <summary>All tables, indexes and triggers, by name.</summary>
    public IReadOnlyList<string> Objects => Column("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite#_%' ESCAPE '#' ORDER BY name");

    /// <summary>Runs what provisioning runs.</summary>
    public void Provision(ScopeModel scope)
    {
        Execute(SqliteScopeEmitter.Emit(scope.Name, scope.Parameters.Count > 0).Create);
        Execute($"INSERT OR IGNORE INTO {State(scope)} VALUES (1, 1, '', 1, 1, 0, 0, 1, 0, 0, 0, 0, '', NULL, 0)");
        foreach (var script in scope.Tables.Select(t => SqliteTableEmitter.Emit(scope.Name, t)))
        {
            Execute(script.CreateTable);
            Execute(script.CreateLog);
            Execute(script.CreatePeer);
            Execute(script.CreatePart);
            Execute(script.CreateLeaf);
        }
    }

    /// <summary>Runs what deprovisioning runs.</summary>
    public void Deprovision(ScopeModel scope)
    {
        foreach (var table in scope.Tables)
        {
            Execute(SqliteTableEmitter.Emit(scope.Name, table).Drop);
        }

        Execute(SqliteScopeEmitter.Emit(scope.Name, scope.Parameters.Count > 0).Drop);
    }

    /// <summary>The change log of a table, without times: <c>1 a</c> for an insert of the key <c>a</c>.</summary>
    public IReadOnlyList<string> Log(ScopeModel scope, TableModel table)
    {
        var keys = string.Join(" || ',' || ", Enumerable.Range(0, table.KeyLength).Select(i => $"k{i}"));
        return Column($"SELECT op || ' ' || {keys} FROM {SqliteNames.OfTable(scope.Name, table.Name, "log")} ORDER BY n");
    }

    public static string State(ScopeModel scope) => SqliteNames.OfScope(scope.Name, "state");

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public IReadOnlyList<string> Column(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    public void Dispose() => _connection.Dispose();
}
