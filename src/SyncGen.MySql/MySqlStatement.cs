using System.Globalization;
using MySqlConnector;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>A prepared statement. Its rows are fetched all at once, since a connection does one thing at a time.</summary>
internal class MySqlStatement : RelationalStatement
{
    private readonly MySqlStoreConnection _connection;
    private readonly SyncTable? _table;
    private readonly string _text;
    private readonly bool _isScript;
    private readonly MySqlParameters _parameters;
    private readonly MySqlValue[] _values;
    private readonly MySqlRowReader _row;
    private readonly MySqlRowWriter _writer;
    private MySqlCommand? _command;
    private bool _isOpen;

    public MySqlStatement(MySqlStoreConnection connection, string sql, SyncTable? table)
    {
        _connection = connection;
        _table = table;
        _text = sql;
        _isScript = MySqlScript.Is(sql);
        _parameters = new MySqlParameters(sql, table);
        _values = new MySqlValue[_parameters.Width];
        _row = new MySqlRowReader(table);
        _writer = new MySqlRowWriter(_values);
    }

    public override RowWriter Parameters => _writer;

    public override RowReader Row => _row;

    // What the columns of a table hold has one form each.
    public override string? OddKey => null;

    public override long BytesRead => _row.BytesRead;

    protected MySqlRows Rows { get; } = new();

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
        var outcome = await TryAsync(cancellationToken);
        // Of many rows at once it is not known which was refused.
        if (outcome.Refusal != SyncErrorCode.ForeignKeyViolated || _table is null || _values.Length < _table.KeyLength || !_connection.LateChecks.Covers(_table))
        {
            return outcome;
        }

        await _connection.RunAsync("SET foreign_key_checks = 0", cancellationToken);
        try
        {
            outcome = await TryAsync(cancellationToken);
        }
        finally
        {
            await _connection.RunAsync("SET foreign_key_checks = 1", CancellationToken.None);
        }

        if (!outcome.IsRefused)
        {
            _connection.LateChecks.Add(_table, _values);
        }

        return outcome;
    }

    private async ValueTask<WriteOutcome> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var command = await PrepareAsync(cancellationToken);
            return new WriteOutcome(_isScript ? await RunScriptAsync(command, cancellationToken) : await command.ExecuteNonQueryAsync(cancellationToken));
        }
        catch (SyncException unstorable) when (unstorable.Code == SyncErrorCode.UnstorableValue)
        {
            return new WriteOutcome(0, unstorable.Code, unstorable.Message);
        }
        catch (MySqlException exception) when (_connection.RefusalOf(exception, _table) is { } refusal)
        {
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
    protected virtual ValueTask OpenAsync(CancellationToken cancellationToken) => FillAsync(Rows, cancellationToken);

    /// <summary>Takes more rows, where there may be more; answers whether it took any.</summary>
    protected virtual ValueTask<bool> FetchAsync(CancellationToken cancellationToken) => new(false);

    /// <summary>The parameters' values, by ordinal.</summary>
    public MySqlValue[] Values => _values;

    /// <summary>Runs the statement and puts all rows that it gives in the place of others.</summary>
    public async ValueTask FillAsync(MySqlRows rows, CancellationToken cancellationToken)
    {
        try
        {
            var command = await PrepareAsync(cancellationToken);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await rows.FillAsync(reader, cancellationToken);
        }
        catch (Exception exception) when (_connection.IsDriversError(exception))
        {
            throw _connection.Translate(exception);
        }
    }

    private async ValueTask<MySqlCommand> PrepareAsync(CancellationToken cancellationToken)
    {
        var isNew = _command is null;
        _command ??= new MySqlCommand(_text, _connection.Driver);
        _parameters.Bind(_command.Parameters, _values);
        if (isNew && !_isScript)
        {
            await _command.PrepareAsync(cancellationToken);
        }

        return _command;
    }

    private async ValueTask<int> RunScriptAsync(MySqlCommand command, CancellationToken cancellationToken)
    {
        var done = 0;
        var hasMore = true;
        while (hasMore)
        {
            await _connection.RunAsync($"SET @syncgen_done = {done.ToString(CultureInfo.InvariantCulture)}", cancellationToken);
            hasMore = false;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            do
            {
                if (await reader.ReadAsync(cancellationToken))
                {
                    done += reader.GetInt32(0);
                    hasMore = reader.GetInt32(1) != 0;
                }
            }
            while (await reader.NextResultAsync(cancellationToken));
        }

        return done;
    }
}
