using System.Diagnostics;
using SQLitePCL;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>A prepared statement on the connection's own handle: values go to SQLite and back without being boxed.</summary>
internal sealed class SqliteStatement : RelationalStatement
{
    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _statement;
    private readonly string _store;
    private readonly SqlitePatience _patience;
    private readonly SqliteRowReader _row;
    private readonly SqliteRowWriter _parameters;

    public SqliteStatement(sqlite3 handle, sqlite3_stmt statement, string store, SqlitePatience patience, SyncTable? table, SqliteTypeMap map)
    {
        _handle = handle;
        _statement = statement;
        _store = store;
        _patience = patience;
        _row = new SqliteRowReader(statement, table, map);
        _parameters = new SqliteRowWriter(statement, table, map);
    }

    public override RowWriter Parameters => _parameters;

    public override RowReader Row => _row;

    public override string? OddKey => _row.OddKey;

    public override long BytesRead => _row.BytesRead;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        _row.OddKey = null;
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return new ValueTask<bool>(true);
        }

        if (SqlitePatience.IsBusy(code))
        {
            return WaitAndReadAsync(code, cancellationToken);
        }

        End(code);
        return new ValueTask<bool>(false);
    }

    public override ValueTask<WriteOutcome> WriteAsync(CancellationToken cancellationToken = default)
    {
        var code = Run();
        return SqlitePatience.IsBusy(code)
            ? WaitAndWriteAsync(code, cancellationToken)
            : new ValueTask<WriteOutcome>(OutcomeOf(code));
    }

    public override void Reset() => raw.sqlite3_reset(_statement);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _statement.Dispose();
        }
    }

    private async ValueTask<bool> WaitAndReadAsync(int code, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (SqlitePatience.IsBusy(code))
        {
            await WaitAsync(code, started, cancellationToken);
            code = raw.sqlite3_step(_statement);
        }

        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        End(code);
        return false;
    }

    private async ValueTask<WriteOutcome> WaitAndWriteAsync(int code, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (SqlitePatience.IsBusy(code))
        {
            await WaitAsync(code, started, cancellationToken);
            code = Run();
        }

        return OutcomeOf(code);
    }

    /// <summary>Waits before the next try. However the waiting ends, the statement can run again.</summary>
    private ValueTask WaitAsync(int code, long started, CancellationToken cancellationToken)
    {
        var error = SqliteErrors.Last(_handle, code, _store);
        raw.sqlite3_reset(_statement);
        return _patience.WaitAsync(error, started, cancellationToken);
    }

    /// <summary>Steps to the end.</summary>
    private int Run()
    {
        int code;
        do
        {
            code = raw.sqlite3_step(_statement);
        }
        while (code == raw.SQLITE_ROW);
        return code;
    }

    private void End(int code)
    {
        var error = code == raw.SQLITE_DONE ? null : SqliteErrors.Last(_handle, code, _store);
        raw.sqlite3_reset(_statement);
        if (error is not null)
        {
            throw error;
        }
    }

    private WriteOutcome OutcomeOf(int code)
    {
        if (code == raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(_statement);
            return new WriteOutcome(raw.sqlite3_changes(_handle));
        }

        var refusal = SqliteErrors.Refusal(_handle, code);
        var error = refusal is null ? SqliteErrors.Last(_handle, code, _store) : null;
        raw.sqlite3_reset(_statement);
        if (refusal is not { } outcome)
        {
            throw error!;
        }

        // Without a transaction left, a trigger has rolled back the batch: that is no refusal of one row.
        return raw.sqlite3_get_autocommit(_handle) == 0
            ? outcome
            : throw new SyncException(outcome.Refusal, $"'{_store}' rolled the batch back on account of a row: {outcome.Reason}.");
    }
}
