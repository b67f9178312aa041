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
    private readonly SqliteRowReader _row;
    private readonly SqliteRowWriter _parameters;

    public SqliteStatement(sqlite3 handle, sqlite3_stmt statement, string store, SyncTable? table, SqliteTypeMap map)
    {
        _handle = handle;
        _statement = statement;
        _store = store;
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

        if (code != raw.SQLITE_DONE)
        {
            var error = SqliteErrors.Last(_handle, code, _store);
            raw.sqlite3_reset(_statement);
            throw error;
        }

        raw.sqlite3_reset(_statement);
        return new ValueTask<bool>(false);
    }

    public override ValueTask<WriteOutcome> WriteAsync(CancellationToken cancellationToken = default)
    {
        int code;
        do
        {
            code = raw.sqlite3_step(_statement);
        }
        while (code == raw.SQLITE_ROW);

        if (code == raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(_statement);
            return new ValueTask<WriteOutcome>(new WriteOutcome(raw.sqlite3_changes(_handle)));
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
            ? new ValueTask<WriteOutcome>(outcome)
            : throw new SyncException(outcome.Refusal, $"'{_store}' rolled the batch back on account of a row: {outcome.Reason}.");
    }

    public override void Reset() => raw.sqlite3_reset(_statement);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _statement.Dispose();
        }
    }
}
