using System.Globalization;
using Npgsql;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.PostgreSql;

/// <summary>
/// A table that rows are copied into in binary form: the application's own, or a temporary one. That is dropped with the
/// transaction, so that it does not stay behind in a pooler's connection.
/// </summary>
internal sealed class PostgreSqlStage : RelationalStage
{
    private readonly PostgreSqlStoreConnection _connection;
    private readonly SyncTable _table;
    private readonly string? _create;
    private readonly string _copy;
    private readonly (int Value, uint Type)[] _columns;
    private readonly FieldValue[] _values;
    private readonly FieldWriter _writer;
    private NpgsqlBinaryImporter? _importer;
    private WriteOutcome _outcome;

    public PostgreSqlStage(PostgreSqlStoreConnection connection, SyncTable table, int ordinal, IReadOnlyList<string> types)
    {
        _connection = connection;
        _table = table;
        Name = $"pg_temp.syncgen_stage_{ordinal.ToString(CultureInfo.InvariantCulture)}";
        var names = types.Select((_, i) => "c" + i.ToString(CultureInfo.InvariantCulture)).Concat(Fields).ToList();
        var all = types.Concat(Fields.Select(TypeOf)).ToList();
        _columns = [.. all.Select((type, i) => (i, NumberOf(type)))];
        _values = new FieldValue[_columns.Length];
        _writer = new FieldWriter(_values);
        // A plan that reads a whole table for the rows of a batch would cost what the table costs.
        _create = $"CREATE TEMPORARY TABLE IF NOT EXISTS {Name[8..]} ({string.Join(", ", names.Zip(all, (name, type) => $"{name} {type}"))}) ON COMMIT DROP; "
            + $"DELETE FROM {Name}; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off";
        _copy = $"COPY {Name} ({string.Join(", ", names)}) FROM STDIN (FORMAT BINARY)";
    }

    /// <summary>The application's table itself: its columns have the form that a stage's have.</summary>
    public PostgreSqlStage(PostgreSqlStoreConnection connection, SyncTable table, IReadOnlyList<string> types)
    {
        _connection = connection;
        _table = table;
        Name = connection.Dialect.QualifiedName(table);
        _columns = [.. types.Select((type, i) => (i, NumberOf(type))).Where(column => !table.Columns[column.i].IsComputed)];
        _values = new FieldValue[types.Count + Fields.Count];
        _writer = new FieldWriter(_values);
        _copy = $"COPY {Name} ({string.Join(", ", _columns.Select(column => connection.Dialect.Quote(table.Columns[column.Value].Name)))}) FROM STDIN (FORMAT BINARY)";
    }

    /// <summary>A peer's tracking table: its key columns have the types that the table's have.</summary>
    public PostgreSqlStage(PostgreSqlStoreConnection connection, SyncTable table, TableNames names, IReadOnlyList<string> types)
    {
        _connection = connection;
        _table = table;
        Name = connection.Dialect.Quote(names.Track);
        _columns = [.. names.Keys.Select((_, i) => (i, NumberOf(types[i]))).Concat(TrackingFields.Select((field, i) => (table.Columns.Count + 1 + i, NumberOf(TypeOf(field)))))];
        _values = new FieldValue[table.Columns.Count + Fields.Count];
        _writer = new FieldWriter(_values);
        _copy = $"COPY {Name} ({string.Join(", ", names.Keys.Select(connection.Dialect.Quote).Concat(TrackingFields))}) FROM STDIN (FORMAT BINARY)";
    }

    public override string Name { get; }

    public override RowWriter Row => _writer;

    public override async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        Array.Clear(_values);
        _outcome = new WriteOutcome(0);
        if (_create is not null)
        {
            await _connection.RunAsync(_create, cancellationToken);
        }

        try
        {
            _importer = await _connection.Driver.BeginBinaryImportAsync(_copy, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.FeatureNotSupported)
        {
            // Not every table can be copied into: one whose rows policies hide from this login cannot.
            _outcome = new WriteOutcome(0, SyncErrorCode.ConstraintViolated, exception.MessageText);
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception);
        }
    }

    public override async ValueTask AddAsync(CancellationToken cancellationToken)
    {
        if (_outcome.IsRefused || _importer is not { } importer)
        {
            return;
        }

        try
        {
            await importer.StartRowAsync(cancellationToken);
            foreach (var (i, type) in _columns)
            {
                if (PostgreSqlTypeMap.Copy(_values[i], type, importer, cancellationToken) is not { } written)
                {
                    _outcome = new WriteOutcome(0, SyncErrorCode.UnstorableValue,
                        $"Column {ColumnText.ColumnName(_table, i)} cannot hold the value of a row ({_values[i].Kind}). Change the column's type, or the value.");
                    return;
                }

                await written;
            }
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            await DropAsync();
            throw _connection.Translate(exception);
        }

        Array.Clear(_values);
    }

    public override async ValueTask<WriteOutcome> EndAsync(CancellationToken cancellationToken)
    {
        if (_importer is not { } importer)
        {
            return _outcome;
        }

        try
        {
            if (!_outcome.IsRefused)
            {
                await importer.CompleteAsync(cancellationToken);
            }
        }
        catch (PostgresException exception) when (_connection.RefusalOf(exception) is { } refusal)
        {
            _outcome = refusal;
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception);
        }
        finally
        {
            await DropAsync();
        }

        return _outcome;
    }

    private static string TypeOf(string field) => IsInt32(field) ? "integer" : "bigint";

    private static uint NumberOf(string type) => PostgreSqlTypes.StageOf(type)!.Value.Number;

    // Takes back what was not completed: the transaction is to be returned to a savepoint then.
    private async ValueTask DropAsync()
    {
        if (_importer is { } importer)
        {
            _importer = null;
            await importer.DisposeAsync();
        }
    }
}
