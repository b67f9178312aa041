using System.Globalization;
using Npgsql;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.PostgreSql;

/// <summary>A temporary table that rows are copied into in binary form. It is dropped with the transaction, so that it does not stay behind in a pooler's connection.</summary>
internal sealed class PostgreSqlStage : RelationalStage
{
    private readonly PostgreSqlStoreConnection _connection;
    private readonly SyncTable _table;
    private readonly string _create;
    private readonly string _copy;
    private readonly uint[] _types;
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
        var all = types.Concat(Fields.Select(field => field is "n" or "replica" or "base_replica" or "author" or "deleted" ? "integer" : "bigint")).ToList();
        _types = [.. all.Select(type => PostgreSqlTypes.StageOf(type)!.Value.Number)];
        _values = new FieldValue[_types.Length];
        _writer = new FieldWriter(_values);
        // A plan that reads a whole table for the rows of a batch would cost what the table costs.
        _create = $"CREATE TEMPORARY TABLE IF NOT EXISTS {Name[8..]} ({string.Join(", ", names.Zip(all, (name, type) => $"{name} {type}"))}) ON COMMIT DROP; "
            + $"DELETE FROM {Name}; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off";
        _copy = $"COPY {Name} ({string.Join(", ", names)}) FROM STDIN (FORMAT BINARY)";
    }

    public override string Name { get; }

    public override RowWriter Row => _writer;

    public override async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        Array.Clear(_values);
        _outcome = new WriteOutcome(0);
        await _connection.RunAsync(_create, cancellationToken);
        try
        {
            _importer = await _connection.Driver.BeginBinaryImportAsync(_copy, cancellationToken);
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
            for (var i = 0; i < _types.Length; i++)
            {
                if (PostgreSqlTypeMap.Copy(_values[i], _types[i], importer, cancellationToken) is not { } written)
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
