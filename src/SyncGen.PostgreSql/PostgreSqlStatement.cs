using Npgsql;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.PostgreSql;

/// <summary>A prepared statement. Its rows are fetched all at once, since a connection does one thing at a time.</summary>
internal class PostgreSqlStatement : ServerStatement
{
    private readonly PostgreSqlStoreConnection _connection;
    private readonly PostgreSqlCommandText _text;
    private PostgreSqlParameters? _parameters;
    private NpgsqlBatch? _command;

    public PostgreSqlStatement(PostgreSqlStoreConnection connection, string sql, SyncTable? table) : this(connection, PostgreSqlCommandText.Of(sql), table)
    {
    }

    private PostgreSqlStatement(PostgreSqlStoreConnection connection, PostgreSqlCommandText text, SyncTable? table) : base(table, text.Width)
    {
        _connection = connection;
        _text = text;
    }

    protected PostgreSqlStoreConnection Connection => _connection;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _command?.Dispose();
        }
    }

    public override async ValueTask FillAsync(FetchedRows rows, CancellationToken cancellationToken)
    {
        var command = await PrepareAsync(_text.Text, isGuarded: false, cancellationToken);
        await FillAsync(rows, command, cancellationToken);
    }

    /// <summary>The statement's text, with the parameters as the database wants them.</summary>
    protected string Text => _text.Text;

    /// <summary>Takes the rows of a command.</summary>
    protected async ValueTask FillAsync(FetchedRows rows, NpgsqlBatch command, CancellationToken cancellationToken)
    {
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await PostgreSqlFields.FillAsync(rows, reader, cancellationToken);
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
            _parameters ??= await PostgreSqlParameters.DescribeAsync(_connection.Driver, _text, Table, cancellationToken);
            var isNew = _command is null || _command.BatchCommands.Count > 1 != isGuarded;
            if (isNew)
            {
                _command?.Dispose();
                _command = _connection.CreateBatch(text, isGuarded);
            }

            var batch = _command!;
            _parameters.Bind(batch.BatchCommands[batch.BatchCommands.Count / 2].Parameters, Arguments);
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
