using System.Globalization;
using MySqlConnector;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.MySql;

/// <summary>A table that rows are inserted into, many with one statement: the application's own, or a temporary one.</summary>
internal sealed class MySqlStage : InsertStage
{
    // Its text is to stay below the least that servers accept, 1 MiB, values aside.
    private static readonly InsertLimits s_limits = new(ValuesMax: 4_000, RowsMax: 4_000, BytesMax: 512 * 1024);

    private readonly MySqlStoreConnection _connection;
    private readonly string? _create;
    private readonly string _insert;
    private readonly Dictionary<int, MySqlCommand> _inserts = [];

    public MySqlStage(MySqlStoreConnection connection, SyncTable table, int ordinal, IReadOnlyList<string> types)
        : base($"syncgen_stage_{ordinal.ToString(CultureInfo.InvariantCulture)}", table, AllOf(table), s_limits)
    {
        _connection = connection;
        _create = $"CREATE TEMPORARY TABLE IF NOT EXISTS {Name} ({DefinitionsOf(types)}) ENGINE = InnoDB; DELETE FROM {Name}";
        _insert = $"INSERT INTO {Name} VALUES ";
    }

    /// <summary>The application's table itself.</summary>
    public MySqlStage(MySqlStoreConnection connection, SyncTable table)
        : base(connection.Dialect.QualifiedName(table), table, WrittenOf(table), s_limits)
    {
        _connection = connection;
        _insert = $"INSERT INTO {Name} ({string.Join(", ", Sent.Select(i => connection.Dialect.Quote(table.Columns[i].Name)))}) VALUES ";
    }

    /// <summary>A peer's tracking table: its key columns have the types that the table's have.</summary>
    public MySqlStage(MySqlStoreConnection connection, SyncTable table, TableNames names)
        : base(connection.Dialect.Quote(names.Track), table, TrackedOf(table), s_limits)
    {
        _connection = connection;
        _insert = $"INSERT INTO {Name} ({string.Join(", ", names.Keys.Select(connection.Dialect.Quote).Concat(TrackingFields))}) VALUES ";
    }

    protected override ValueTask PrepareAsync(CancellationToken cancellationToken) =>
        _create is null ? ValueTask.CompletedTask : _connection.RunAsync(_create, cancellationToken);

    protected override async ValueTask<WriteOutcome> SendAsync(IReadOnlyList<FieldValue> values, int rows, CancellationToken cancellationToken)
    {
        try
        {
            var insert = InsertOf(rows);
            for (var i = 0; i < values.Count; i++)
            {
                if (MySqlTypeMap.ToParameter(values[i]) is not { } value)
                {
                    return Unstorable(Sent[i % Sent.Count], values[i]);
                }

                insert.Parameters[i].ResetDbType();
                insert.Parameters[i].Value = value;
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
            return new WriteOutcome(rows);
        }
        catch (MySqlException exception) when (_connection.RefusalOf(exception, null) is { } refusal)
        {
            return refusal;
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception);
        }
    }

    /// <summary>The statement for so many rows; those of full size are kept.</summary>
    private MySqlCommand InsertOf(int rows)
    {
        if (_inserts.TryGetValue(rows, out var kept))
        {
            return kept;
        }

        var insert = new MySqlCommand(TextOf(_insert, rows, MySqlCommandText.ParameterPrefix), _connection.Driver);
        for (var i = 0; i < rows * Sent.Count; i++)
        {
            insert.Parameters.AddWithValue(MySqlDialect.Instance.Parameter(i), null);
        }

        if (rows == FullRows)
        {
            _inserts.Add(rows, insert);
        }

        return insert;
    }
}
