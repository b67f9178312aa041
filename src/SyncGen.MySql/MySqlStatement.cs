using System.Globalization;
using MySqlConnector;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.MySql;

/// <summary>A prepared statement. Its rows are fetched all at once, since a connection does one thing at a time.</summary>
internal sealed class MySqlStatement : ServerStatement
{
    private readonly MySqlStoreConnection _connection;
    private readonly string _text;
    private readonly bool _isScript;
    private readonly MySqlParameters _parameters;
    private MySqlCommand? _command;

    public MySqlStatement(MySqlStoreConnection connection, string sql, SyncTable? table) : this(connection, sql, table, new MySqlParameters(sql, table))
    {
    }

    private MySqlStatement(MySqlStoreConnection connection, string sql, SyncTable? table, MySqlParameters parameters)
        : base(table, parameters.Width, new FieldForm(AreGuidsBigEndian: true))
    {
        _connection = connection;
        _text = sql;
        _isScript = MySqlScript.Is(sql);
        _parameters = parameters;
    }

    public override async ValueTask<WriteOutcome> WriteAsync(CancellationToken cancellationToken = default)
    {
        var outcome = await TryAsync(cancellationToken);
        // Of many rows at once it is not known which was refused.
        if (outcome.Refusal != SyncErrorCode.ForeignKeyViolated || Table is null || Arguments.Length < Table.KeyLength || !_connection.LateChecks.Covers(Table))
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
            _connection.LateChecks.Add(Table, Arguments);
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
        catch (MySqlException exception) when (_connection.RefusalOf(exception, Table) is { } refusal)
        {
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
        try
        {
            var command = await PrepareAsync(cancellationToken);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await MySqlFields.FillAsync(rows, reader, cancellationToken);
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
        _parameters.Bind(_command.Parameters, Arguments);
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
