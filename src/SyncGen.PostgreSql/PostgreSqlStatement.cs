using Npgsql;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.PostgreSql;

/// <summary>A prepared statement. Its rows are fetched all at once, since a connection does one thing at a time.</summary>
internal class PostgreSqlStatement : RelationalStatement
{
    private readonly PostgreSqlStoreConnection _connection;
    private readonly SyncTable? _table;
    private readonly PostgreSqlCommandText _text;
    private readonly PostgreSqlValue[] _values;
    private readonly PostgreSqlRowReader _row;
    private readonly PostgreSqlRowWriter _writer;
    private PostgreSqlParameters? _parameters;
    private NpgsqlBatch? _command;
    private bool _isOpen;

    public PostgreSqlStatement(PostgreSqlStoreConnection connection, string sql, SyncTable? table)
    {
        _connection = connection;
        _table = table;
        _text = PostgreSqlCommandText.Of(sql);
        _values = new PostgreSqlValue[_text.Width];
        _row = new PostgreSqlRowReader(table);
        _writer = new PostgreSqlRowWriter(_values);
    }

    public override RowWriter Parameters => _writer;

    public override RowReader Row => _row;

    // What the columns of a table hold has one form each.
    public override string? OddKey => null;

    public override long BytesRead => _row.BytesRead;

    protected PostgreSqlStoreConnection Connection => _connection;

    protected PostgreSqlRows Rows { get; } = new();

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (!_isOpen)
        {
            try
            {
                await OpenAsync(cancellationToken);
            }
            catch (SyncException unstorable) when (unstorable.Code == SyncErrorCode.UnstorableValue)
            {
                // What cannot be stored is not there.
                return false;
            }

            _isOpen = true;
        }

        if (Rows.TryNext(out var row) || await FetchAsync(cancellationToken) && Rows.TryNext(out row))
        {
            _row.MoveTo(row);
            return true;
        }

        Reset();
        return false;
    }

    public override async ValueTask<WriteOutcome> WriteAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            // A statement that fails ends the transaction, but for what a savepoint saves.
            var command = await PrepareAsync(_text.Text, isGuarded: _connection.InTransaction, cancellationToken);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new WriteOutcome((int)command.BatchCommands[command.BatchCommands.Count / 2].RecordsAffected);
        }
        catch (SyncException unstorable) when (unstorable.Code == SyncErrorCode.UnstorableValue)
        {
            return new WriteOutcome(0, unstorable.Code, unstorable.Message);
        }
        catch (PostgresException exception) when (_connection.RefusalOf(exception) is { } refusal)
        {
            await _connection.ReturnToSavepointAsync(cancellationToken);
            return refusal;
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception);
        }
    }

    public override void Reset()
    {
        _isOpen = false;
        Rows.Clear();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _command?.Dispose();
        }
    }

    /// <summary>Runs the statement and takes its first rows.</summary>
    protected virtual async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        var command = await PrepareAsync(_text.Text, isGuarded: false, cancellationToken);
        await FillAsync(command, cancellationToken);
    }

    /// <summary>Takes more rows, where there may be more; answers whether it took any.</summary>
    protected virtual ValueTask<bool> FetchAsync(CancellationToken cancellationToken) => new(false);

    /// <summary>The statement's text, with the parameters as the database wants them.</summary>
    protected string Text => _text.Text;

    /// <summary>Takes the rows of a command.</summary>
    protected async ValueTask FillAsync(NpgsqlBatch command, CancellationToken cancellationToken)
    {
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await Rows.FillAsync(reader, cancellationToken);
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception);
        }
    }

    /// <summary>A command with the parameters' values, prepared once.</summary>
    protected async ValueTask<NpgsqlBatch> PrepareAsync(string text, bool isGuarded, CancellationToken cancellationToken)
    {
        try
        {
            _parameters ??= await PostgreSqlParameters.DescribeAsync(_connection.Driver, _text, _table, cancellationToken);
            var isNew = _command is null || _command.BatchCommands.Count > 1 != isGuarded;
            if (isNew)
            {
                _command?.Dispose();
                _command = _connection.CreateBatch(text, isGuarded);
            }

            var batch = _command!;
            _parameters.Bind(batch.BatchCommands[batch.BatchCommands.Count / 2].Parameters, _values);
            if (isNew)
            {
                await batch.PrepareAsync(cancellationToken);
            }

            return batch;
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception);
        }
    }
}
