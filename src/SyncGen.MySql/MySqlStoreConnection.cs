using System.Data;
using System.Globalization;
using System.Net.Sockets;
using MySqlConnector;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.MySql;

/// <summary>
/// A connection to a MySQL or MariaDB database. Other programs write meanwhile; sessions keep apart by a lock on the row of the
/// scope's state, which takes part in the server's search for deadlocks.
/// </summary>
internal sealed class MySqlStoreConnection : RelationalConnection
{
    private const string SqlMode = "STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION";

    /// <summary>How many rows of many are fetched at once: few enough to hold.</summary>
    private const int PortionRows = 2_000;

    private static readonly string s_portion = " LIMIT " + PortionRows.ToString(CultureInfo.InvariantCulture);

    private readonly string _lock;
    private readonly string _state;
    private readonly string _replica;
    private readonly string _setting;
    private readonly string _provisioning;
    private bool _inTransaction;
    private bool _isProvisioning;
    private bool _isPreview;
    private int _depth;

    private MySqlStoreConnection(MySqlConnection driver, string scope, string store) : base(scope)
    {
        Driver = driver;
        Store = store;
        Schema = new MySqlSchemaReader(this);
        LateChecks = new MySqlLateChecks(this);
        var names = new ScopeNames(scope, Dialect);
        _state = names.State;
        _replica = names.Replica;
        _lock = $"SELECT tick FROM {Dialect.Quote(_state)} WHERE id = 1 FOR UPDATE";
        _setting = scope.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
        _provisioning = $"sha2(concat('syncgen ', coalesce(database(), ''), ' {_setting}'), 224)";
    }

    public override RelationalDialect Dialect => MySqlDialect.Instance;

    public override bool HasSnapshots => true;

    public override bool HasOtherWriters => true;

    public override bool IsUsable => Driver.State == ConnectionState.Open;

    public override bool InTransaction => _inTransaction;

    /// <summary>The driver's connection.</summary>
    public MySqlConnection Driver { get; }

    /// <summary>What the database says of itself.</summary>
    public MySqlSchemaReader Schema { get; }

    /// <summary>What is checked before a batch is committed.</summary>
    public MySqlLateChecks LateChecks { get; }

    /// <summary>The store's name for messages.</summary>
    public string Store { get; }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="SyncException">The server cannot be reached, or refuses.</exception>
    public static async ValueTask<MySqlStoreConnection> OpenAsync(
        string connectionString, string scope, string store, TimeSpan lockTimeout, CancellationToken cancellationToken)
    {
        var driver = new MySqlConnection(connectionString);
        try
        {
            await driver.OpenAsync(cancellationToken);
            var opened = new MySqlStoreConnection(driver, scope, store);
            // The server counts in whole seconds.
            var seconds = Math.Max(1, (long)Math.Ceiling(lockTimeout.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await opened.RunAsync(
                $"SET SESSION sql_mode = '{SqlMode}', innodb_lock_wait_timeout = {seconds}, lock_wait_timeout = {seconds}, time_zone = '+00:00', group_concat_max_len = 16777216, foreign_key_checks = 1, unique_checks = 1; SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
                cancellationToken);
            return opened;
        }
        catch (Exception exception) when (exception is MySqlException or IOException or SocketException)
        {
            await driver.DisposeAsync();
            throw MySqlErrors.Translate(exception, store, isOpen: true);
        }
        catch
        {
            await driver.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask BeginAsync(TransactionKind kind, CancellationToken cancellationToken)
    {
        if (kind == TransactionKind.Provision)
        {
            await BeginProvisioningAsync(cancellationToken);
            return;
        }

        LateChecks.Clear();
        var then = kind switch
        {
            // A locking read sees what is committed; the state that is seen from then on begins with the first plain one.
            TransactionKind.Write => "; " + _lock,
            TransactionKind.Apply => "; " + Mute(0),
            _ => "",
        };
        if (_isPreview)
        {
            _depth++;
            await RunAsync("SAVEPOINT syncgen_batch" + then, cancellationToken);
            return;
        }

        // The statements that follow may fail when a transaction is open already.
        _inTransaction = true;
        await RunAsync(kind switch
        {
            TransactionKind.Read => "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; START TRANSACTION WITH CONSISTENT SNAPSHOT",
            TransactionKind.Write => "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; START TRANSACTION",
            _ => "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; START TRANSACTION",
        } + then, cancellationToken);
    }

    public override ValueTask LockAsync(CancellationToken cancellationToken) => RunAsync(_lock, cancellationToken);

    public override ValueTask MuteAsync(int table, CancellationToken cancellationToken) => RunAsync(Mute(table), cancellationToken);

    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        if (_isPreview)
        {
            await RunAsync("RELEASE SAVEPOINT syncgen_batch; SET @syncgen_applying = NULL", cancellationToken);
            _depth--;
            return;
        }

        try
        {
            await RunAsync("COMMIT; SET @syncgen_applying = NULL", cancellationToken);
            _inTransaction = false;
            await EndProvisioningAsync(cancellationToken);
        }
        catch
        {
            await RollbackAsync();
            throw;
        }
    }

    public override async ValueTask RollbackAsync()
    {
        if (_isPreview)
        {
            if (_depth > 0)
            {
                _depth--;
                await RunAsync("ROLLBACK TO SAVEPOINT syncgen_batch; RELEASE SAVEPOINT syncgen_batch; SET @syncgen_applying = NULL", CancellationToken.None);
            }
        }
        else if (_inTransaction)
        {
            _inTransaction = false;
            // The server takes back by itself what a connection leaves that is lost.
            if (IsUsable)
            {
                await TakeBackAsync();
            }
        }
    }

    public override async ValueTask BeginPreviewAsync(CancellationToken cancellationToken)
    {
        await RunAsync("SET TRANSACTION ISOLATION LEVEL READ COMMITTED; START TRANSACTION", cancellationToken);
        _inTransaction = true;
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

    // Provisioning commits statement by statement: it is done when the state has its row, which is written last, together with
    // the first replica's. A state that was lost later is one that replicas are still known to.
    public override async ValueTask<bool> HasTableAsync(string name, CancellationToken cancellationToken)
    {
        if (await Schema.KindOfAsync(null, name, cancellationToken) is null)
        {
            return false;
        }

        return name != _state
            || await Schema.KindOfAsync(null, _replica, cancellationToken) is not null
            && await Schema.AnyAsync($"SELECT 1 FROM {Dialect.Quote(_state)} UNION ALL SELECT 1 FROM {Dialect.Quote(_replica)} LIMIT 1", cancellationToken);
    }

    public override async ValueTask<bool> HasTableAsync(SyncTable table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        return await Schema.KindOfAsync(table.Schema, table.Name, cancellationToken) is not null;
    }

    // The server checks all other rows as they are written.
    public override ValueTask<bool> HasOrphansAsync(CancellationToken cancellationToken) => LateChecks.FailAsync(cancellationToken);

    public override ValueTask BeginRowAsync(CancellationToken cancellationToken) => RunAsync("SAVEPOINT syncgen_row", cancellationToken);

    public override ValueTask EndRowAsync(bool undo, CancellationToken cancellationToken) =>
        RunAsync(undo ? "ROLLBACK TO SAVEPOINT syncgen_row; RELEASE SAVEPOINT syncgen_row" : "RELEASE SAVEPOINT syncgen_row", cancellationToken);

    // Nobody can silence another's triggers here.
    public override ValueTask SetTriggersAsync(bool fire, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override ValueTask<TableTraits> TraitsOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        new MySqlTraits(Schema, LateChecks).ReadAsync(table, cancellationToken);

    public override RelationalStages? StagesOf(SyncTable table, int ordinal, TableNames names, TableTraits traits)
    {
        ArgumentNullException.ThrowIfNull(traits);
        return traits.StageTypes is { } types
            ? new RelationalStages(new MySqlStage(this, table, ordinal, types), new MySqlStage(this, table), new MySqlStage(this, table, names))
            : null;
    }

    public override RelationalStatement Stream(string sql, SyncTable? table = null, StreamPortions? portions = null)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return portions is null ? Statement(sql, table) : Keep("stream " + sql, () => new PortionedStatement(
            table, new MySqlStatement(this, sql + s_portion, table), new MySqlStatement(this, portions.Next + s_portion, table), portions.Columns, PortionRows));
    }

    /// <summary>Why the database refused a row; null if the error is another.</summary>
    public WriteOutcome? RefusalOf(MySqlException exception, SyncTable? table) =>
        MySqlErrors.RefusalOf(exception, table is null ? null : Schema.KeyIndexOf(table));

    /// <summary>Whether an error is the server's or the driver's: on a connection that was lost the driver finds fault with any call.</summary>
    public bool IsDriversError(Exception exception) => exception is MySqlException || exception is InvalidOperationException or IOException or SocketException && !IsUsable;

    /// <summary>An error of the driver in SyncGen's words.</summary>
    public SyncException Translate(Exception exception) => MySqlErrors.Translate(exception, Store, IsUsable);

    /// <summary>Runs statements that give no rows.</summary>
    /// <exception cref="OperationCanceledException">The call was cancelled; also where the server complains of what a statement lacks that was broken off before.</exception>
    public async ValueTask RunAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new MySqlCommand(sql, Driver);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception exception) when (IsDriversError(exception) && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (IsDriversError(exception))
        {
            throw Translate(exception);
        }
    }

    protected override RelationalStatement Prepare(string sql, SyncTable? table) => new MySqlStatement(this, sql, table);

    protected override ValueTask CloseAsync() => Driver.DisposeAsync();

    /// <summary>
    /// What changes the schema commits by itself: such statements come in an order in which each is safe to repeat, and others
    /// are kept away by a lock of the server's that is taken for nothing else.
    /// </summary>
    private async ValueTask BeginProvisioningAsync(CancellationToken cancellationToken)
    {
        if (_isPreview)
        {
            throw new SyncException(SyncErrorCode.NotProvisioned,
                $"'{Store}' is not provisioned for scope '{Scope}', which cannot be tried out here: its server changes schemas at once. Call ProvisionAsync first.");
        }

        if (!await TryLockProvisioningAsync(cancellationToken))
        {
            throw new SyncException(SyncErrorCode.StoreBusy,
                $"Another program provisions '{Store}'. Try again, or allow a longer LockTimeout.", isTransient: true);
        }

        _isProvisioning = true;
        _inTransaction = true;
        await RunAsync("SET SESSION autocommit = 0", cancellationToken);
    }

    // The lock counts how often it was taken: the call must stand where the server makes it once.
    private async ValueTask<bool> TryLockProvisioningAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The server says itself when it has waited for long enough.
            await using var command = new MySqlCommand($"SELECT get_lock({_provisioning}, @@lock_wait_timeout)", Driver) { CommandTimeout = 0 };
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken) ?? 0, CultureInfo.InvariantCulture) == 1;
        }
        catch (Exception exception) when (IsDriversError(exception))
        {
            throw Translate(exception);
        }
    }

    private async ValueTask EndProvisioningAsync(CancellationToken cancellationToken)
    {
        if (_isProvisioning)
        {
            _isProvisioning = false;
            await RunAsync($"SET SESSION autocommit = 1; DO release_lock({_provisioning})", cancellationToken);
        }
    }

    private string Mute(int table) => $"SET @syncgen_applying = '{_setting}/{table.ToString(CultureInfo.InvariantCulture)}'";

    private async ValueTask TakeBackAsync()
    {
        try
        {
            await RunAsync("ROLLBACK; SET @syncgen_applying = NULL", CancellationToken.None);
            await EndProvisioningAsync(CancellationToken.None);
        }
        catch (SyncException)
        {
            // Whatever it is, this connection cannot be trusted any more: the next session opens another.
            await Driver.CloseAsync();
        }
    }
}
