using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.SqlServer;

/// <summary>A table that takes rows from a table-valued parameter, thousands with one statement: the application's own, or a temporary one.</summary>
internal sealed class SqlServerStage : InsertStage
{
    private const string Rows = "@rows";

    // What waits is held here; the driver sends it as a stream.
    private static readonly InsertLimits s_limits = new(ValuesMax: int.MaxValue, RowsMax: 10_000, BytesMax: 8 * 1024 * 1024);

    private readonly SqlServerStoreConnection _connection;
    private readonly SqlServerRowType _type;
    private readonly string? _create;
    private readonly string _insert;
    private readonly string? _numbered;
    private bool _isMade;

    public SqlServerStage(SqlServerStoreConnection connection, SyncTable table, int ordinal, IReadOnlyList<string> types, SqlServerRowType type)
        : base($"#syncgen_stage_{ordinal.ToString(CultureInfo.InvariantCulture)}", table, AllOf(table), s_limits)
    {
        (_connection, _type) = (connection, type);
        _create = CreateOf(Name, types);
        _insert = $"INSERT INTO {Name} SELECT * FROM {Rows}";
    }

    /// <summary>The application's table itself.</summary>
    public SqlServerStage(SqlServerStoreConnection connection, SyncTable table, SqlServerRowType type)
        : base(connection.Dialect.QualifiedName(table), table, WrittenOf(table), s_limits)
    {
        (_connection, _type) = (connection, type);
        _insert = $"INSERT INTO {Name} ({string.Join(", ", Sent.Select(i => connection.Dialect.Quote(table.Columns[i].Name)))}) "
            + $"SELECT {string.Join(", ", Sent.Select(i => "c" + i.ToString(CultureInfo.InvariantCulture)))} FROM {Rows}";
        _numbered = connection.NumberedBy(_insert);
    }

    /// <summary>The statement that creates a temporary table for rows with columns of some types.</summary>
    public static string CreateOf(string name, IReadOnlyList<string> types) => $"CREATE TABLE {name} ({DefinitionsOf(types)})";

    protected override async ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        if (_create is not null)
        {
            // A transaction that is taken back takes the table with it.
            await _connection.RunAsync(_isMade
                ? $"IF OBJECT_ID(N'tempdb..{Name}') IS NULL {_create} ELSE TRUNCATE TABLE {Name}"
                : $"DROP TABLE IF EXISTS {Name}; {_create}", cancellationToken);
            _isMade = true;
        }

        await _connection.NumberAsync(_numbered, cancellationToken);
    }

    protected override async ValueTask<WriteOutcome> SendAsync(IReadOnlyList<FieldValue> values, int rows, CancellationToken cancellationToken)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (!_type.Takes(Sent[i % Sent.Count], values[i]))
            {
                return Unstorable(Sent[i % Sent.Count], values[i]);
            }
        }

        try
        {
            await using var command = new SqlCommand(_insert, _connection.Driver) { CommandTimeout = _connection.CommandSeconds };
            command.Parameters.Add(new SqlParameter(Rows, SqlDbType.Structured) { TypeName = _connection.Dialect.Quote(_type.Name), Value = _type.RecordsOf(values, Sent) });
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new WriteOutcome(rows);
        }
        catch (SqlException exception) when (_connection.RefusalOf(exception, null) is { } refusal)
        {
            await _connection.RequireTransactionAsync(refusal, cancellationToken);
            return refusal;
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception, cancellationToken);
        }
    }
}
