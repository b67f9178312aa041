using System.Data;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.PostgreSql;

/// <summary>
/// A connection to a PostgreSQL database. Other programs write meanwhile; sessions keep apart by a lock on the scope's state
/// that nobody else takes.
/// </summary>
internal sealed class PostgreSqlStoreConnection : RelationalConnection
{
    private const string Savepoint = "syncgen_statement";

    private readonly PostgreSqlSchemaReader _schema;
    private readonly string _store;
    private readonly string _lock;
    private readonly string _setting;
    private readonly List<string> _closing = [];
    private NpgsqlTransaction? _transaction;
    private bool _isPreview;
    private bool _maySilence;
    private bool _maySet;
    private int _depth;
    private int _streams;

    private PostgreSqlStoreConnection(NpgsqlConnection driver, string scope, string store) : base(scope)
    {
        Driver = driver;
        _store = store;
        _schema = new PostgreSqlSchemaReader(this);
        var state = Dialect.Quote(new ScopeNames(scope, Dialect).State);
        _lock = $"LOCK TABLE {state} IN SHARE UPDATE EXCLUSIVE MODE";
        _setting = scope.Replace("'", "''", StringComparison.Ordinal);
    }

    public override RelationalDialect Dialect => PostgreSqlDialect.Instance;

    public override bool HasSnapshots => true;

    public override bool HasOtherWriters => true;

    public override bool IsUsable => Driver.State == ConnectionState.Open;

    public override bool InTransaction => _transaction is not null;

    /// <summary>The driver's connection.</summary>
    public NpgsqlConnection Driver { get; }

    /// <summary>What the database says of itself.</summary>
    public PostgreSqlSchemaReader Schema => _schema;

    /// <summary>The store's name for messages.</summary>
    public string Store => _store;

    /// <summary>Opens a connection.</summary>
    /// <exception cref="SyncException">The server cannot be reached, or refuses.</exception>
    public static async ValueTask<PostgreSqlStoreConnection> OpenAsync(
        string connectionString, string scope, string store, TimeSpan lockTimeout, CancellationToken cancellationToken)
    {
        var driver = new NpgsqlConnection(connectionString);
        try
        {
            await driver.OpenAsync(cancellationToken);
            var opened = new PostgreSqlStoreConnection(driver, scope, store);
            var milliseconds = Math.Max(1, (long)lockTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
            await opened.RunAsync($"SET lock_timeout = {milliseconds}; SET timezone = 'UTC'; SET datestyle = 'ISO'", cancellationToken);
            opened._maySilence = await opened._schema.IsSuperuserAsync(cancellationToken);
            opened._maySet = await opened._schema.MayMakeTemporaryTablesAsync(cancellationToken);
            return opened;
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or SocketException)
        {
            await driver.DisposeAsync();
            throw PostgreSqlErrors.Translate(exception, store);
        }
        catch
        {
            await driver.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask BeginAsync(TransactionKind kind, CancellationToken cancellationToken)
    {
        try
        {
            if (_isPreview)
            {
                await RunAsync("SAVEPOINT syncgen_batch", cancellationToken);
                _depth++;
            }
            else
            {
                // What follows is sent together with the beginning.
                _transaction = await Driver.BeginTransactionAsync(
                    kind is TransactionKind.Read or TransactionKind.Write ? IsolationLevel.RepeatableRead : IsolationLevel.ReadCommitted,
                    cancellationToken);
            }

            switch (kind)
            {
                case TransactionKind.Write:
                    // Before anything is read: the state that is seen is the one of after the waiting.
                    await LockAsync(cancellationToken);
                    break;
                case TransactionKind.Apply:
                    // Foreign keys when all rows are in; all else row by row, so that it is known which row is refused.
                    await RunAsync($"SET CONSTRAINTS ALL IMMEDIATE{Deferring("DEFERRED")}; {Mute(0)}", cancellationToken);
                    break;
                case TransactionKind.Provision:
                    await RunAsync($"SELECT pg_advisory_xact_lock(hashtextextended('syncgen {_setting}', 0))", cancellationToken);
                    break;
                default:
                    break;
            }
        }
        catch (Exception exception) when (IsDriversError(exception))
        {
            throw Translate(exception);
        }
    }

    public override ValueTask LockAsync(CancellationToken cancellationToken) => RunAsync(_lock, cancellationToken);

    // Ends with the transaction, however that ends, and so never reaches another user of a pooled connection.
    public override ValueTask MuteAsync(int table, CancellationToken cancellationToken) => RunAsync(Mute(table), cancellationToken);

    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        if (_isPreview)
        {
            await RunAsync("RELEASE SAVEPOINT syncgen_batch", cancellationToken);
            _depth--;
            return;
        }

        try
        {
            await _transaction!.CommitAsync(cancellationToken);
            await EndAsync();
        }
        catch (Exception exception) when (IsDriversError(exception))
        {
            await RollbackAsync();
            throw Translate(exception);
        }
    }

    public override async ValueTask RollbackAsync()
    {
        if (_isPreview)
        {
            if (_depth > 0)
            {
                _closing.Clear();
                await RunAsync("ROLLBACK TO SAVEPOINT syncgen_batch; RELEASE SAVEPOINT syncgen_batch", CancellationToken.None);
                _depth--;
            }
        }
        else if (_transaction is { } open)
        {
            // The server takes back by itself what a connection leaves that is lost.
            if (IsUsable)
            {
                await RollbackAsync(open);
            }

            await EndAsync();
        }
    }

    public override async ValueTask BeginPreviewAsync(CancellationToken cancellationToken)
    {
        _transaction = await Driver.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        _isPreview = true;
        _depth = 0;
    }

    public override async ValueTask EndPreviewAsync()
    {
        if (_isPreview)
        {
            _isPreview = false;
            DropStatements();
            await RollbackAsync();
        }
    }

    public override ValueTask ExecuteAsync(string script, CancellationToken cancellationToken) => RunAsync(script, cancellationToken);

    public override ValueTask<bool> HasTableAsync(string name, CancellationToken cancellationToken) =>
        _schema.HasOwnTableAsync(name, cancellationToken);

    public override ValueTask<bool> HasTableAsync(SyncTable table, CancellationToken cancellationToken) =>
        _schema.HasTableAsync(Dialect.QualifiedName(table), cancellationToken);

    public override async ValueTask<bool> HasOrphansAsync(CancellationToken cancellationToken)
    {
        if (_schema.Deferrable.Count == 0)
        {
            return false;
        }

        try
        {
            await RunAsync($"SAVEPOINT {Savepoint}{Deferring("IMMEDIATE")}{Deferring("DEFERRED")}; RELEASE SAVEPOINT {Savepoint}", cancellationToken);
            return false;
        }
        catch (SyncException orphans) when (orphans.Code == SyncErrorCode.ForeignKeyViolated)
        {
            await ReturnToSavepointAsync(cancellationToken);
            return true;
        }
    }

    public override ValueTask BeginRowAsync(CancellationToken cancellationToken) => RunAsync("SAVEPOINT syncgen_row", cancellationToken);

    public override ValueTask EndRowAsync(bool undo, CancellationToken cancellationToken) =>
        RunAsync(undo ? "ROLLBACK TO SAVEPOINT syncgen_row; RELEASE SAVEPOINT syncgen_row" : "RELEASE SAVEPOINT syncgen_row", cancellationToken);

    public override bool SilenceEndsWithTransaction => true;

    public override ValueTask SetTriggersAsync(bool fire, CancellationToken cancellationToken) => _maySilence
        ? RunAsync($"SET LOCAL session_replication_role = '{(fire ? "origin" : "replica")}'", cancellationToken)
        : ValueTask.CompletedTask;

    public override ValueTask<TableTraits> TraitsOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        new PostgreSqlTraits(_schema).ReadAsync(table, cancellationToken);

    public override RelationalStages? StagesOf(SyncTable table, int ordinal, TableNames names, TableTraits traits) => _maySet && traits.StageTypes is { } types
        ? new RelationalStages(new PostgreSqlStage(this, table, ordinal, types), new PostgreSqlStage(this, table, types), new PostgreSqlStage(this, table, names, types))
        : null;

    public override RelationalStatement Stream(string sql, SyncTable? table = null, StreamPortions? portions = null) => Keep("stream " + sql, () => new PostgreSqlStream(this, sql, table, ++_streams));

    /// <summary>Closes a cursor before the next one is opened; the transaction's end closes it too.</summary>
    public void CloseLater(string cursor) => _closing.Add(cursor);

    /// <summary>Closes the cursors that are to be closed.</summary>
    public async ValueTask CloseCursorsAsync(CancellationToken cancellationToken)
    {
        if (_closing.Count > 0)
        {
            var close = string.Join("; ", _closing.Select(cursor => "CLOSE " + cursor));
            _closing.Clear();
            await RunAsync(close, cancellationToken);
        }
    }

    /// <summary>A command; guarded, it stands between a savepoint and its release.</summary>
    public NpgsqlBatch CreateBatch(string text, bool isGuarded)
    {
        var batch = new NpgsqlBatch(Driver);
        if (isGuarded)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SAVEPOINT " + Savepoint));
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(text));
        if (isGuarded)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("RELEASE SAVEPOINT " + Savepoint));
        }

        return batch;
    }

    /// <summary>Takes back what a guarded command that failed did.</summary>
    public async ValueTask ReturnToSavepointAsync(CancellationToken cancellationToken)
    {
        if (InTransaction)
        {
            await RunAsync($"ROLLBACK TO SAVEPOINT {Savepoint}; RELEASE SAVEPOINT {Savepoint}", cancellationToken);
        }
    }

    /// <summary>Why the database refused a row; null if the error is another.</summary>
    public WriteOutcome? RefusalOf(PostgresException exception) => PostgreSqlErrors.RefusalOf(exception, _schema.KeyConstraints);

    /// <summary>Whether an error is the server's or the driver's: on a connection that was lost the driver finds fault with any call.</summary>
    public bool IsDriversError(Exception exception) => exception is NpgsqlException || exception is InvalidOperationException or IOException or SocketException && !IsUsable;

    /// <summary>An error of the driver in SyncGen's words.</summary>
    public SyncException Translate(Exception exception) => PostgreSqlErrors.Translate(exception, _store);

    /// <summary>Runs statements that give no rows.</summary>
    public async ValueTask RunAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, Driver);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception exception) when (IsDriversError(exception))
        {
            throw Translate(exception);
        }
    }

    protected override RelationalStatement Prepare(string sql, SyncTable? table) => new PostgreSqlStatement(this, sql, table);

    protected override ValueTask CloseAsync() => Driver.DisposeAsync();

    private string Mute(int table) => $"SET LOCAL syncgen.applying = '{_setting}/{table.ToString(CultureInfo.InvariantCulture)}'";

    /// <summary>Says when foreign keys are checked, where they can be told.</summary>
    private string Deferring(string when) =>
        _schema.Deferrable.Count == 0 ? "" : $"; SET CONSTRAINTS {string.Join(", ", _schema.Deferrable)} {when}";

    private async ValueTask RollbackAsync(NpgsqlTransaction open)
    {
        try
        {
            await open.RollbackAsync(CancellationToken.None);
        }
        catch (Exception exception) when (IsDriversError(exception))
        {
            // Whatever it is, this connection cannot be trusted any more: the next session opens another.
            await Driver.CloseAsync();
        }
    }

    private async ValueTask EndAsync()
    {
        _closing.Clear();
        if (_transaction is { } ended)
        {
            _transaction = null;
            await ended.DisposeAsync();
        }
    }
}
