using System.Data;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Servers;

namespace SyncGen.SqlServer;

/// <summary>
/// A connection to a SQL Server database. Other programs write meanwhile; sessions keep apart by an application lock of the
/// connection's, which takes part in the server's search for deadlocks. Transactions are begun and ended in T-SQL, so that they go
/// with what comes first in them.
/// </summary>
internal sealed class SqlServerStoreConnection : RelationalConnection
{
    /// <summary>How many rows of many are fetched at once: few enough to hold.</summary>
    private const int PortionRows = 2_000;

    // What sp_getapplock said ends the batch where it did not give the lock.
    private const string TakeOrSay = "IF @taken < 0 BEGIN SELECT @taken; RETURN; END;";

    private static readonly string s_portion = $" OFFSET 0 ROWS FETCH NEXT {PortionRows.ToString(CultureInfo.InvariantCulture)} ROWS ONLY";

    private readonly string _scope;
    private readonly string _lock;
    private readonly string _mark;
    private readonly string _milliseconds;
    private readonly Dictionary<string, string?> _numberedTables = new(StringComparer.Ordinal);
    private readonly Dictionary<SyncTable, SqlServerRowType?> _rowTypes = [];
    private string? _numbering;
    private bool _isLocked;
    private bool _inTransaction;
    private bool _isPreview;
    private int _depth;

    private SqlServerStoreConnection(SqlConnection driver, SyncScope scope, string store, string milliseconds, int commandSeconds, int session, int database, bool hasSnapshots, string collation)
        : base(scope.Name)
    {
        (Driver, Store, CommandSeconds, HasSnapshots, _milliseconds) = (driver, store, commandSeconds, hasSnapshots, milliseconds);
        Schema = new SqlServerSchemaReader(this);
        Names = collation.Contains("_CI", StringComparison.OrdinalIgnoreCase) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        Definition = scope;
        LateParents = new SqlServerLateParents(this);
        _scope = scope.Name.Replace("'", "''", StringComparison.Ordinal);
        // Such a lock is of one database alone, but not at every server that speaks T-SQL.
        _lock = $"N'syncgen.session.{database.ToString(CultureInfo.InvariantCulture)}.{_scope}'";
        _mark = $"N'syncgen.applying.{session.ToString(CultureInfo.InvariantCulture)}'";
    }

    public override RelationalDialect Dialect => SqlServerDialect.Instance;

    public override bool HasSnapshots { get; }

    public override bool HasOtherWriters => true;

    public override bool IsUsable => Driver.State == ConnectionState.Open;

    public override bool InTransaction => _inTransaction;

    /// <summary>Whether the open transaction sees one state of the database.</summary>
    public bool IsSnapshot { get; private set; }

    /// <summary>The driver's connection.</summary>
    public SqlConnection Driver { get; }

    /// <summary>What the database says of itself.</summary>
    public SqlServerSchemaReader Schema { get; }

    /// <summary>The scope.</summary>
    public SyncScope Definition { get; }

    /// <summary>What is made good before a batch is committed.</summary>
    public SqlServerLateParents LateParents { get; }

    /// <summary>The table whose triggers are kept quiet, by its ordinal in the scope; 0: none.</summary>
    public int Muted { get; private set; }

    /// <summary>The store's name for messages.</summary>
    public string Store { get; }

    /// <summary>How the database tells names apart.</summary>
    public StringComparer Names { get; }

    /// <summary>How long a statement may take, in seconds; 0: as long as it takes.</summary>
    public int CommandSeconds { get; }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="SyncException">The server cannot be reached, or refuses.</exception>
    public static async ValueTask<SqlServerStoreConnection> OpenAsync(
        string connectionString, SyncScope scope, string store, TimeSpan lockTimeout, int commandSeconds, CancellationToken cancellationToken)
    {
        var driver = new SqlConnection(connectionString);
        try
        {
            await driver.OpenAsync(cancellationToken);
            var milliseconds = ((long)lockTimeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
            await using var command = new SqlCommand(
                $"""
                SET XACT_ABORT OFF; SET IMPLICIT_TRANSACTIONS OFF; SET CURSOR_CLOSE_ON_COMMIT OFF; SET ROWCOUNT 0; SET TEXTSIZE 2147483647;
                SET ANSI_NULLS ON; SET ANSI_PADDING ON; SET ANSI_WARNINGS ON; SET QUOTED_IDENTIFIER ON; SET CONCAT_NULL_YIELDS_NULL ON; SET NUMERIC_ROUNDABORT OFF;
                SET LOCK_TIMEOUT {milliseconds};
                SELECT CAST(@@SPID AS int), CAST(DB_ID() AS int), CAST(snapshot_isolation_state AS int), CAST(coalesce(DATABASEPROPERTYEX(DB_NAME(), 'Collation'), '') AS nvarchar(128))
                FROM sys.databases WHERE database_id = DB_ID();
                """, driver);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            return new SqlServerStoreConnection(driver, scope, store, milliseconds, commandSeconds, reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2) == 1, reader.GetString(3));
        }
        catch (Exception exception) when (SqlServerErrors.IsOfOpening(exception))
        {
            await driver.DisposeAsync();
            throw SqlServerErrors.Translate(exception, store, isOpen: false);
        }
        catch
        {
            await driver.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask BeginAsync(TransactionKind kind, CancellationToken cancellationToken)
    {
        LateParents.Clear();
        Muted = 0;
        // The state that is seen from then on is as of the first statement behind the lock.
        var take = kind is TransactionKind.Write or TransactionKind.Provision ? Take() : "";
        var then = kind == TransactionKind.Apply ? Speak() : "";
        if (_isPreview)
        {
            await RunLockingAsync($"{take} SAVE TRANSACTION syncgen_batch; {then}", cancellationToken);
            _depth++;
            return;
        }

        var isSnapshot = HasSnapshots && kind is TransactionKind.Read or TransactionKind.Write;
        // The statements that follow may fail when a transaction is open already.
        _inTransaction = true;
        await RunLockingAsync($"{take} SET TRANSACTION ISOLATION LEVEL {(isSnapshot ? "SNAPSHOT" : "READ COMMITTED")}; BEGIN TRANSACTION; {then}", cancellationToken);
        IsSnapshot = isSnapshot;
    }

    public override ValueTask LockAsync(CancellationToken cancellationToken) => _isLocked ? default : RunLockingAsync(Take(), cancellationToken);

    public override async ValueTask MuteAsync(int table, CancellationToken cancellationToken)
    {
        await RunAsync(Mute(table), cancellationToken);
        Muted = table;
    }

    public override async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        if (_isPreview)
        {
            _depth--;
            return;
        }

        try
        {
            await RunAsync("COMMIT TRANSACTION" + Release(), cancellationToken);
            (_inTransaction, IsSnapshot, _isLocked) = (false, false, false);
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
                if (IsUsable && await IsTransactionGoneAsync(CancellationToken.None))
                {
                    // What would come next in the preview would be written in truth.
                    await Driver.CloseAsync();
                }
                else if (IsUsable)
                {
                    await RunAsync("ROLLBACK TRANSACTION syncgen_batch", CancellationToken.None);
                }
            }
        }
        else if (_inTransaction || _isLocked)
        {
            (_inTransaction, IsSnapshot) = (false, false);
            // The server takes back by itself what a connection leaves that is lost.
            if (IsUsable)
            {
                await TakeBackAsync();
            }

            _isLocked = false;
        }
    }

    public override async ValueTask BeginPreviewAsync(CancellationToken cancellationToken)
    {
        await RunAsync($"SET TRANSACTION ISOLATION LEVEL READ COMMITTED; BEGIN TRANSACTION; {Speak()}", cancellationToken);
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

    public override async ValueTask ExecuteAsync(string script, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(script);
        foreach (var batch in SqlServerScript.BatchesOf(script))
        {
            await RunAsync(batch, cancellationToken);
        }
    }

    public override async ValueTask<bool> HasTableAsync(string name, CancellationToken cancellationToken) =>
        await Schema.KindOfAsync(null, name, cancellationToken) is not null;

    public override async ValueTask<bool> HasTableAsync(SyncTable table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        return await Schema.KindOfAsync(table.Schema, table.Name, cancellationToken) is not null;
    }

    // The server checks all other rows as they are written.
    public override ValueTask<bool> HasOrphansAsync(CancellationToken cancellationToken) => LateParents.FailAsync(cancellationToken);

    public override bool IsToBlame(SyncTable table, bool isWrite, Action<RowWriter> writeKey) => LateParents.IsToBlame(table, isWrite, writeKey);

    public override ValueTask BeginRowAsync(CancellationToken cancellationToken) => RunAsync("SAVE TRANSACTION syncgen_row", cancellationToken);

    // A savepoint that is not needed any more stays until the transaction ends.
    public override ValueTask EndRowAsync(bool undo, CancellationToken cancellationToken) =>
        undo ? RunAsync("ROLLBACK TRANSACTION syncgen_row", cancellationToken) : default;

    // Nobody can silence another's triggers for one connection.
    public override ValueTask SetTriggersAsync(bool fire, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override ValueTask<TableTraits> TraitsOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        new SqlServerTraits(this).ReadAsync(table, cancellationToken);

    public override RelationalStages? StagesOf(SyncTable table, int ordinal, TableNames names, TableTraits traits)
    {
        ArgumentNullException.ThrowIfNull(traits);
        return traits.StageTypes is { } types && _rowTypes.GetValueOrDefault(table) is { } rows
            ? new RelationalStages(new SqlServerStage(this, table, ordinal, types, rows), new SqlServerStage(this, table, rows), Tracking: null)
            : null;
    }

    public override RelationalStatement Stream(string sql, SyncTable? table = null, StreamPortions? portions = null)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return portions is null ? Statement(sql, table) : Keep("stream " + sql, () => new PortionedStatement(
            table, new SqlServerStatement(this, sql + s_portion, table), new SqlServerStatement(this, portions.Next + s_portion, table), portions.Columns, PortionRows));
    }

    /// <summary>Notes the type of parameters that take rows of a table; null if the database has none that fits.</summary>
    public void SetRowType(SyncTable table, SqlServerRowType? type) => _rowTypes[table] = type;

    /// <summary>Notes whether the database numbers a table's rows in a column that sessions write.</summary>
    public void SetNumbered(SyncTable table, bool isNumbered)
    {
        var name = Dialect.QualifiedName(table);
        _numberedTables[$"INSERT INTO {name} ("] = isNumbered ? name : null;
    }

    /// <summary>The table whose rows the database would number itself if a statement inserts into one; null otherwise.</summary>
    public string? NumberedBy(string sql) => _numberedTables.FirstOrDefault(pair => sql.StartsWith(pair.Key, StringComparison.Ordinal)).Value;

    /// <summary>Has a table take the numbers that its rows bring: one at a time can.</summary>
    public async ValueTask NumberAsync(string? table, CancellationToken cancellationToken)
    {
        if (table is not null && table != _numbering)
        {
            var former = _numbering is null ? "" : $"SET IDENTITY_INSERT {_numbering} OFF; ";
            _numbering = null;
            await RunAsync($"{former}SET IDENTITY_INSERT {table} ON", cancellationToken);
            _numbering = table;
        }
    }

    /// <summary>Why the database refused a row; null if the error is another.</summary>
    public WriteOutcome? RefusalOf(SqlException exception, SyncTable? table) => exception.Errors.Cast<SqlError>()
        .Select(error => SqlServerErrors.RefusalOf(error.Number, error.Message, table is null ? null : Schema.KeyIndexOf(table)))
        .FirstOrDefault(refusal => refusal is not null);

    /// <summary>A refusal may take the whole transaction with it, as an error in a trigger does.</summary>
    /// <exception cref="SyncException">With the refusal's code: it did.</exception>
    public async ValueTask RequireTransactionAsync(WriteOutcome refusal, CancellationToken cancellationToken)
    {
        if (_inTransaction && await IsTransactionGoneAsync(cancellationToken))
        {
            await RunAsync("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION", cancellationToken);
            _inTransaction = false;
            throw new SyncException(refusal.Refusal, $"'{Store}' refused a row and took its transaction back ({refusal.Reason}).");
        }
    }

    /// <summary>Whether an error is the server's or the driver's: on a connection that was lost the driver finds fault with any call.</summary>
    public bool IsDriversError(Exception exception) => exception is SqlException || exception is InvalidOperationException or IOException or SocketException && !IsUsable;

    /// <summary>An error of the driver in SyncGen's words; where the call was cancelled, which the driver also reports as an error, that it was.</summary>
    public Exception Translate(Exception exception, CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested
        ? new OperationCanceledException(exception.Message, exception, cancellationToken)
        : SqlServerErrors.Translate(exception, Store, IsUsable);

    /// <summary>Runs statements that give no rows.</summary>
    public async ValueTask RunAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new SqlCommand(sql, Driver) { CommandTimeout = CommandSeconds };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception exception) when (IsDriversError(exception))
        {
            throw Translate(exception, cancellationToken);
        }
    }

    protected override RelationalStatement Prepare(string sql, SyncTable? table) => new SqlServerStatement(this, sql, table);

    protected override ValueTask CloseAsync() => Driver.DisposeAsync();

    // Gone, or good for nothing but to be taken back.
    private async ValueTask<bool> IsTransactionGoneAsync(CancellationToken cancellationToken) =>
        (await Schema.QueryAsync("SELECT CAST(XACT_STATE() AS int)", null, row => row.GetInt32(0), cancellationToken))[0] != 1;

    /// <summary>Runs statements that take the lock of sessions first, and answer what became of that where they did not get it.</summary>
    private async ValueTask RunLockingAsync(string sql, CancellationToken cancellationToken)
    {
        var takes = sql.StartsWith("DECLARE @taken", StringComparison.Ordinal);
        if (!takes)
        {
            await RunAsync(sql, cancellationToken);
            return;
        }

        // Whatever comes of the statements behind it, the lock may be taken then.
        _isLocked = true;
        if (await Schema.QueryAsync(sql, null, row => row.GetInt32(0), cancellationToken) is [var failure])
        {
            const int DeadlockVictim = -3;
            _isLocked = false;
            throw SqlServerErrors.Create(failure == DeadlockVictim ? 1205 : 1222, "another session has not ended yet", Store);
        }
    }

    private string Take() => _isLocked
        ? ""
        : $"DECLARE @taken int; EXEC @taken = sp_getapplock @Resource = {_lock}, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = {_milliseconds}; {TakeOrSay}";

    private string Release() => _isLocked
        ? $"; IF APPLOCK_MODE(N'public', {_lock}, N'Session') <> N'NoLock' EXEC sp_releaseapplock @Resource = {_lock}, @LockOwner = N'Session'"
        : "";

    /// <summary>
    /// Says that a session applies: a lock that goes with the transaction, however it ends. The triggers ask for it, and so what a
    /// connection left behind keeps nobody quiet.
    /// </summary>
    private string Speak() => $"EXEC sp_getapplock @Resource = {_mark}, @LockMode = N'Exclusive', @LockOwner = N'Transaction'; {Mute(0)}";

    private string Mute(int table) => $"EXEC sp_set_session_context @key = N'syncgen.applying', @value = N'{_scope}/{table.ToString(CultureInfo.InvariantCulture)}'";

    private async ValueTask TakeBackAsync()
    {
        try
        {
            await RunAsync("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION" + Release(), CancellationToken.None);
        }
        catch (SyncException)
        {
            // Whatever it is, this connection cannot be trusted any more: the next session opens another.
            await Driver.CloseAsync();
        }
    }
}
