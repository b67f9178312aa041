using System.Globalization;
using Microsoft.Data.SqlClient;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.SqlServer;

/// <summary>A table that rows are inserted into, many with one statement: the application's own, or a temporary one.</summary>
internal sealed class SqlServerStage : InsertStage
{
    // The server takes 2,100 parameters with a statement, and 1,000 rows.
    private static readonly InsertLimits s_limits = new(ValuesMax: 2_000, RowsMax: 1_000, BytesMax: 1024 * 1024);

    private readonly SqlServerStoreConnection _connection;
    private readonly string? _create;
    private readonly string _insert;
    private readonly string? _numbered;
    private readonly IReadOnlyList<(string? Type, byte? Scale)> _types;
    private readonly Dictionary<int, SqlCommand> _inserts = [];
    private bool _isMade;

    public SqlServerStage(SqlServerStoreConnection connection, SyncTable table, int ordinal, IReadOnlyList<string> types)
        : base($"#syncgen_stage_{ordinal.ToString(CultureInfo.InvariantCulture)}", table, AllOf(table), s_limits)
    {
        _connection = connection;
        _types = TypesOf(types);
        _create = CreateOf(Name, types);
        _insert = $"INSERT INTO {Name} VALUES ";
    }

    /// <summary>The application's table itself.</summary>
    public SqlServerStage(SqlServerStoreConnection connection, SyncTable table, IReadOnlyList<string> types)
        : base(connection.Dialect.QualifiedName(table), table, WrittenOf(table), s_limits)
    {
        _connection = connection;
        _types = TypesOf(types);
        _insert = $"INSERT INTO {Name} ({string.Join(", ", Sent.Select(i => connection.Dialect.Quote(table.Columns[i].Name)))}) VALUES ";
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
        try
        {
            var insert = InsertOf(rows);
            for (var i = 0; i < values.Count; i++)
            {
                if (!TryBind(insert.Parameters[i], Sent[i % Sent.Count], values[i]))
                {
                    return Unstorable(Sent[i % Sent.Count], values[i]);
                }
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
            return new WriteOutcome(rows);
        }
        catch (SqlException exception) when (_connection.RefusalOf(exception, null) is { } refusal)
        {
            await _connection.RequireTransactionAsync(refusal, cancellationToken);
            return refusal;
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception);
        }
    }

    private bool TryBind(SqlParameter parameter, int ordinal, in FieldValue value)
    {
        SyncType? model = ordinal < Table.Columns.Count ? Table.Columns[ordinal].Type : null;
        var (type, scale) = ordinal < _types.Count ? _types[ordinal] : default;
        if (!SqlServerTypeMap.TryBind(parameter, value, model, type))
        {
            return false;
        }

        if (value.Kind == FieldKind.Number && scale is { } digits)
        {
            // The rows of one statement have one type per column, which must not be made up of theirs.
            parameter.Precision = SqlServerTypeMap.PrecisionMax;
            parameter.Scale = digits;
        }

        return true;
    }

    // decimal(38,9)
    private static List<(string? Type, byte? Scale)> TypesOf(IReadOnlyList<string> types)
    {
        var found = new List<(string? Type, byte? Scale)>();
        foreach (var type in types)
        {
            var parts = type.Split('(', ',', ')', ' ');
            found.Add((parts[0], parts[0] is "decimal" or "numeric" ? byte.Parse(parts[2], CultureInfo.InvariantCulture) : null));
        }

        return found;
    }

    /// <summary>The statement for so many rows; those of full size are kept.</summary>
    private SqlCommand InsertOf(int rows)
    {
        if (_inserts.TryGetValue(rows, out var kept))
        {
            return kept;
        }

        var insert = new SqlCommand(TextOf(_insert, rows, SqlServerCommandText.ParameterPrefix), _connection.Driver) { CommandTimeout = _connection.CommandSeconds };
        for (var i = 0; i < rows * Sent.Count; i++)
        {
            insert.Parameters.Add(new SqlParameter { ParameterName = SqlServerDialect.Instance.Parameter(i) });
        }

        if (rows == FullRows)
        {
            _inserts.Add(rows, insert);
        }

        return insert;
    }
}
