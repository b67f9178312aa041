using System.Globalization;
using Microsoft.Data.SqlClient;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.SqlServer;

/// <summary>A statement. Its rows are fetched all at once, since a connection does one thing at a time.</summary>
internal sealed class SqlServerStatement : ServerStatement
{
    private readonly SqlServerStoreConnection _connection;
    private readonly string _text;
    private readonly bool _isScript;
    private readonly IReadOnlyList<int> _ordinals;
    private readonly IReadOnlyList<string?>? _liveTypes;
    private readonly string? _numbered;
    private readonly SyncTable? _written;
    // One command for each way in which parameters may be null where their types are not known, and with hints or without.
    private readonly Dictionary<string, SqlCommand> _commands = new(StringComparer.Ordinal);

    public SqlServerStatement(SqlServerStoreConnection connection, string sql, SyncTable? table)
        : this(connection, sql, table, SqlServerCommandText.OrdinalsIn(sql))
    {
    }

    private SqlServerStatement(SqlServerStoreConnection connection, string sql, SyncTable? table, IReadOnlyList<int> ordinals)
        : base(table, ordinals.Count == 0 ? 0 : ordinals[^1] + 1, new FieldForm(AreSpansTicks: true))
    {
        _connection = connection;
        _text = sql;
        _ordinals = ordinals;
        _isScript = SqlServerScript.Is(sql);
        _liveTypes = table is null ? null : connection.Schema.KnownTypesOf(table);
        _numbered = connection.NumberedBy(sql);
        _written = table is not null && IsWriteOf(SqlServerDialect.Instance.QualifiedName(table), sql) ? table : null;
    }

    public override async ValueTask<WriteOutcome> WriteAsync(CancellationToken cancellationToken = default)
    {
        var outcome = await WriteOnceAsync(cancellationToken);
        if (_written is null)
        {
            return outcome;
        }

        if (outcome.Refusal == SyncErrorCode.ForeignKeyViolated)
        {
            return await _connection.LateParents.TryAsync(_written, Arguments, () => WriteOnceAsync(cancellationToken), cancellationToken) ?? outcome;
        }

        _connection.LateParents.Forget(_written, Arguments);
        return outcome;
    }

    /// <summary>Runs the statement as it is.</summary>
    public async ValueTask<WriteOutcome> WriteOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _connection.NumberAsync(_numbered, cancellationToken);
            var command = Bind(isWrite: true);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var changed = 0;
            do
            {
                // A trigger of the application may give rows, too: what counts comes last.
                while (await reader.ReadAsync(cancellationToken))
                {
                    changed = reader.FieldCount == 1 && reader.GetFieldType(0) == typeof(int) && !reader.IsDBNull(0) ? reader.GetInt32(0) : 0;
                }
            }
            while (await reader.NextResultAsync(cancellationToken));

            return new WriteOutcome(changed);
        }
        catch (SyncException unstorable) when (unstorable.Code == SyncErrorCode.UnstorableValue)
        {
            return new WriteOutcome(0, unstorable.Code, unstorable.Message);
        }
        catch (SqlException exception) when (_connection.RefusalOf(exception, Table) is { } refusal)
        {
            await _connection.RequireTransactionAsync(refusal, cancellationToken);
            return refusal;
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception, cancellationToken);
        }
    }

    public override async ValueTask FillAsync(FetchedRows rows, CancellationToken cancellationToken)
    {
        try
        {
            var command = Bind(isWrite: false);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await SqlServerFields.FillAsync(rows, reader, cancellationToken);
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception, cancellationToken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in _commands.Values)
            {
                command.Dispose();
            }
        }
    }

    // What writes a row of the application's, not what SyncGen keeps of it.
    private static bool IsWriteOf(string table, string sql) =>
        sql.StartsWith($"INSERT INTO {table} (", StringComparison.Ordinal) || sql.StartsWith($"UPDATE {table} SET ", StringComparison.Ordinal)
        || sql.StartsWith($"DELETE FROM {table} WHERE ", StringComparison.Ordinal);

    private SqlCommand Bind(bool isWrite)
    {
        // Of what is no row of the application's the types are not known, and no NULL is of all: there it stands in the text itself.
        var nulls = _written is null ? _ordinals.Where(ordinal => Arguments[ordinal].IsNull).ToHashSet() : [];
        var bound = nulls.Count == 0 ? _ordinals : [.. _ordinals.Where(ordinal => !nulls.Contains(ordinal))];
        var form = $"{(_connection.IsSnapshot ? 's' : 'c')}{(isWrite ? 'w' : 'r')}{string.Join(',', nulls)}";
        if (!_commands.TryGetValue(form, out var command))
        {
            command = Create(nulls, bound, isWrite);
            _commands.Add(form, command);
        }

        for (var i = 0; i < bound.Count; i++)
        {
            var ordinal = bound[i];
            var column = Table is not null && ordinal < Table.Columns.Count ? Table.Columns[ordinal] : null;
            var live = _liveTypes is not null && ordinal < _liveTypes.Count ? _liveTypes[ordinal] : null;
            if (!SqlServerTypeMap.TryBind(command.Parameters[i], Arguments[ordinal], column?.Type, live))
            {
                throw new SyncException(SyncErrorCode.UnstorableValue,
                    $"Column {ColumnText.ColumnName(Table, ordinal)} cannot hold the value of a row ({Arguments[ordinal].Kind}). Change the column's type, or the value.");
            }
        }

        return command;
    }

    private SqlCommand Create(HashSet<int> nulls, IReadOnlyList<int> bound, bool isWrite)
    {
        var text = nulls.Count == 0 ? _text : SqlServerCommandText.WithNulls(_text, nulls);
        text = _connection.IsSnapshot ? text.Replace(SqlServerHints.Committed, "", StringComparison.Ordinal) : text;
        // Of what triggers of the application change nothing is counted.
        text = isWrite && !_isScript ? $"SET NOCOUNT ON; {text}; SELECT @@ROWCOUNT" : text;
        var command = new SqlCommand(text, _connection.Driver) { CommandTimeout = _connection.CommandSeconds };
        foreach (var ordinal in bound)
        {
            command.Parameters.Add(new SqlParameter { ParameterName = SqlServerCommandText.ParameterPrefix + ordinal.ToString(CultureInfo.InvariantCulture) });
        }

        return command;
    }
}
