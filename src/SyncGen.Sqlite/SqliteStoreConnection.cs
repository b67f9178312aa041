using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>A connection to a SQLite database. One writer at a time: a writing transaction is the session's lock.</summary>
internal sealed class SqliteStoreConnection : RelationalConnection
{
    /// <summary>How long SQLite itself waits for a lock before we look whether to go on, in milliseconds.</summary>
    private const int PatienceMilliseconds = 50;

    /// <summary>Makes SQLite read the schema, if it does not know it as it is.</summary>
    private const string ReadSchema = "SELECT 1 FROM sqlite_schema LIMIT 1";

    /// <summary>
    /// For this connection only: the length in pages that the write-ahead log reaches before it is written back. Each batch
    /// writes most pages of the indexes of a large table, which a long log writes back once for many batches: with 16,000
    /// (64 MiB) a first synchronisation of a million rows takes nine tenths of the time that it takes with 4,000.
    /// </summary>
    private const string Tuning = "PRAGMA wal_autocheckpoint = 16000";

    /// <summary>SQLITE_DBCONFIG_ENABLE_TRIGGER.</summary>
    private const int EnableTriggers = 1003;

    /// <summary>SQLITE_DBSTATUS_DEFERRED_FKS: 0 when no row lacks its parent.</summary>
    private const int DeferredForeignKeys = 10;

    private readonly SqliteConnection _connection;
    private readonly SqliteTypeMap _map = new();
    private readonly string _store;
    private readonly SqlitePatience _patience;
    private readonly SqliteSchemaReader _schema;
    private readonly string _mute;
    private bool _isPreview;
    private int? _checkedVersion;
    private int _depth;

    private SqliteStoreConnection(SqliteConnection connection, string scope, string store, TimeSpan lockTimeout) : base(scope)
    {
        _mute = $"UPDATE {SqliteDialect.Instance.Quote(new ScopeNames(scope, SqliteDialect.Instance).State)} SET applying = ?1";
        _connection = connection;
        _store = store;
        _patience = new SqlitePatience(lockTimeout);
        _schema = new SqliteSchemaReader(this);
        raw.sqlite3_busy_timeout(Handle, PatienceMilliseconds);
    }

    public override RelationalDialect Dialect => SqliteDialect.Instance;

    public override bool HasSnapshots => _schema.IsWriteAheadLogged;

    public override bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>The store's name for messages.</summary>
    public string Store => _store;

    public SqliteSchemaReader Schema => _schema;

    private sqlite3 Handle => _connection.Handle ?? throw new ObjectDisposedException(nameof(SqliteStoreConnection));

    public static async ValueTask<SqliteStoreConnection> OpenAsync(
        string connectionString, string scope, string store, TimeSpan lockTimeout, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            var opened = new SqliteStoreConnection(connection, scope, store, lockTimeout);
            await opened.RunWaitingAsync(ReadSchema, cancellationToken);
            opened.Run(Tuning);
            opened._schema.ReadDatabase();
            opened._map.NeedsConversion = opened._schema.IsUtf16;
            return opened;
        }
        catch (SqliteException exception)
        {
            await connection.DisposeAsync();
            // The whole path: that its folder is another than was thought is what is wrong most often.
            throw SqliteErrors.Translate(exception, connection.DataSource.Length == 0 ? store : SqliteText.Location(connection.DataSource));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Looks again at what other programs may have changed since the last session; answers whether the schema is another.
    /// </summary>
    public async ValueTask<bool> RefreshAsync(SyncScope scope, CancellationToken cancellationToken)
    {
        _schema.ReadDatabase();
        var version = _schema.Version;
        var isOther = version != _checkedVersion;
        if (isOther)
        {
            await new SqliteSchema(this, scope).RequireUnchangedAsync(cancellationToken);
            foreach (var table in scope.Tables)
            {
                _map.SetAffinities(table, _schema.AffinitiesOf(table));
            }

            _checkedVersion = version;
        }

        var survey = new SqliteGuidSurvey(new SqliteCatalog(this), _schema);
        foreach (var table in scope.Tables)
        {
            survey.Run(table, _map.GuidsOf(table));
        }

        return isOther;
    }

    /// <summary>How a column's text is compared where nothing else is said.</summary>
    public string CollationOf(string table, string column)
    {
        var code = raw.sqlite3_table_column_metadata(Handle, "main", table, column, out _, out var collation, out _, out _, out _);
        return code == raw.SQLITE_OK ? collation : throw SqliteErrors.Last(Handle, code, _store);
    }

    public override async ValueTask BeginAsync(TransactionKind kind, CancellationToken cancellationToken)
    {
        if (_isPreview)
        {
            Run("SAVEPOINT syncgen_batch");
            _depth++;
            Run("PRAGMA defer_foreign_keys = ON");
            return;
        }

        await RunWaitingAsync(kind == TransactionKind.Read ? "BEGIN" : "BEGIN IMMEDIATE", cancellationToken);
        if (kind != TransactionKind.Read)
        {
            // Checked when all rows of the batch are in; the setting ends with the transaction.
            Run("PRAGMA defer_foreign_keys = ON");
        }
    }

    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        if (_isPreview)
        {
            Run("RELEASE syncgen_batch");
            _depth--;
            return;
        }

        try
        {
            await RunWaitingAsync("COMMIT", cancellationToken);
        }
        catch
        {
            await RollbackAsync();
            throw;
        }
    }

    public override ValueTask RollbackAsync()
    {
        if (_isPreview)
        {
            // A trigger may have rolled back everything.
            _depth = InTransaction ? _depth : 0;
            if (_depth > 0)
            {
                Run("ROLLBACK TO syncgen_batch");
                Run("RELEASE syncgen_batch");
                _depth--;
            }
        }
        else if (InTransaction)
        {
            Run("ROLLBACK");
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask BeginPreviewAsync(CancellationToken cancellationToken)
    {
        await RunWaitingAsync("BEGIN IMMEDIATE", cancellationToken);
        _isPreview = true;
        _depth = 0;
    }

    public override ValueTask EndPreviewAsync()
    {
        if (_isPreview)
        {
            _isPreview = false;
            // A schema that the preview changed was given a number that another one will get again.
            _checkedVersion = null;
            DropStatements();
            if (InTransaction)
            {
                Run("ROLLBACK");
            }
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask ExecuteAsync(string script, CancellationToken cancellationToken)
    {
        Run(script);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask<bool> HasTableAsync(string name, CancellationToken cancellationToken)
    {
        // Statements are prepared from what is known of the schema, so that only here a lock must be waited for.
        await RunWaitingAsync(ReadSchema, cancellationToken);
        return _schema.HasTable(name);
    }

    public override async ValueTask MuteAsync(int table, CancellationToken cancellationToken)
    {
        var mute = Statement(_mute);
        mute.Parameters.SetInt32(0, table);
        await mute.WriteAsync(cancellationToken);
    }

    public override ValueTask<bool> HasOrphansAsync(CancellationToken cancellationToken)
    {
        raw.sqlite3_db_status(Handle, DeferredForeignKeys, out var unresolved, out _, 0);
        return new ValueTask<bool>(unresolved != 0);
    }

    public override ValueTask BeginRowAsync(CancellationToken cancellationToken)
    {
        Run("SAVEPOINT syncgen_row");
        return ValueTask.CompletedTask;
    }

    public override ValueTask EndRowAsync(bool undo, CancellationToken cancellationToken)
    {
        Run(undo ? "ROLLBACK TO syncgen_row; RELEASE syncgen_row" : "RELEASE syncgen_row");
        return ValueTask.CompletedTask;
    }

    public override ValueTask SetTriggersAsync(bool fire, CancellationToken cancellationToken)
    {
        var code = raw.sqlite3_db_config(Handle, EnableTriggers, fire ? 1 : 0, out _);
        return code == raw.SQLITE_OK ? ValueTask.CompletedTask : throw SqliteErrors.Last(Handle, code, _store);
    }

    public override ValueTask<TableTraits> TraitsOfAsync(SyncTable table, CancellationToken cancellationToken) => new(_schema.TraitsOf(table));

    /// <summary>Runs statements that give no rows.</summary>
    public void Run(string sql)
    {
        var code = raw.sqlite3_exec(Handle, sql);
        if (code != raw.SQLITE_OK)
        {
            throw SqliteErrors.Last(Handle, code, _store);
        }
    }

    protected override RelationalStatement Prepare(string sql, SyncTable? table)
    {
        var code = raw.sqlite3_prepare_v3(Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement);
        return code == raw.SQLITE_OK
            ? new SqliteStatement(Handle, statement, _store, _patience, table, _map)
            : throw SqliteErrors.Last(Handle, code, _store);
    }

    protected override ValueTask CloseAsync() => _connection.DisposeAsync();

    /// <summary>Runs a statement that may find the database locked, and waits, for a bounded time.</summary>
    private async ValueTask RunWaitingAsync(string sql, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var code = raw.sqlite3_exec(Handle, sql);
            if (code == raw.SQLITE_OK)
            {
                return;
            }

            var error = SqliteErrors.Last(Handle, code, _store);
            if (!SqlitePatience.IsBusy(code))
            {
                throw error;
            }

            await _patience.WaitAsync(error, started, cancellationToken);
        }
    }
}
