using SyncGen.Model;

namespace SyncGen.Relational;

/// <summary>A connection to a database, with its prepared statements. Used by one session at a time.</summary>
/// <param name="scope">The name of the scope whose store it is opened for.</param>
public abstract class RelationalConnection(string scope) : IAsyncDisposable
{
    private readonly Dictionary<string, RelationalStatement> _statements = new(StringComparer.Ordinal);

    /// <summary>The name of the scope.</summary>
    public string Scope { get; } = scope;

    /// <summary>How the database writes SQL.</summary>
    public abstract RelationalDialect Dialect { get; }

    /// <summary>Whether a reading transaction sees one state of the database and holds up no writer.</summary>
    public abstract bool HasSnapshots { get; }

    /// <summary>Whether the connection can still be used: one that was lost cannot. Default: true.</summary>
    public virtual bool IsUsable => true;

    /// <summary>Whether a transaction is open.</summary>
    public abstract bool InTransaction { get; }

    /// <summary>The statement of this text, prepared once and kept for as long as the connection.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="table">The table whose row or key the first parameters, or the first columns, are; null if none.</param>
    public RelationalStatement Statement(string sql, SyncTable? table = null)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = Prepare(sql, table);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>A statement that is kept beside the one of the same text, prepared once by another way.</summary>
    /// <param name="name">Tells it from others: no statement's text.</param>
    /// <param name="prepare">Prepares it.</param>
    protected RelationalStatement Keep(string name, Func<RelationalStatement> prepare)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        if (!_statements.TryGetValue(name, out var statement))
        {
            statement = prepare();
            _statements.Add(name, statement);
        }

        return statement;
    }

    /// <summary>
    /// The statement of this text for reading many rows, prepared once and kept. Where the database has only so much room for
    /// rows on their way, they are read in portions, and only within a transaction.
    /// </summary>
    /// <param name="sql">The statement.</param>
    /// <param name="table">The table whose row or key the first parameters, or the first columns, are; null if none.</param>
    /// <param name="portions">How to go on behind a portion's last row; null where the rows are few, or in no order.</param>
    public virtual RelationalStatement Stream(string sql, SyncTable? table = null, StreamPortions? portions = null) => Statement(sql, table);

    /// <summary>
    /// Whether other programs may write while this connection has a transaction open: then what they wrote since the log was
    /// folded is looked for before a batch is committed. Default: false, as where there is one writer at a time.
    /// </summary>
    public virtual bool HasOtherWriters => false;

    /// <summary>Begins a transaction.</summary>
    /// <param name="kind">What for. Where there is one writer at a time, all but reading wait for other writers now, not later.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.StoreBusy"/>: another program held its lock for too long.</exception>
    public abstract ValueTask BeginAsync(TransactionKind kind, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the lock that only sessions take, in a transaction that was begun to apply; held to its end. Default: nothing,
    /// as where there is one writer at a time.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public virtual ValueTask LockAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Keeps the triggers of a table quiet for what this transaction writes.</summary>
    /// <param name="table">The table's ordinal in the scope, counted from 1; 0: all speak.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract ValueTask MuteAsync(int table, CancellationToken cancellationToken);

    /// <summary>Commits. If it cannot, the transaction is rolled back and the exception says why.</summary>
    public abstract ValueTask CommitAsync(CancellationToken cancellationToken);

    /// <summary>Rolls back; does nothing when no transaction is open.</summary>
    public abstract ValueTask RollbackAsync();

    /// <summary>
    /// From here on nothing is written in the end: what would be a transaction is a part of one that
    /// <see cref="EndPreviewAsync"/> takes back.
    /// </summary>
    public abstract ValueTask BeginPreviewAsync(CancellationToken cancellationToken);

    /// <summary>Takes back all since <see cref="BeginPreviewAsync"/>; does nothing outside a preview.</summary>
    public abstract ValueTask EndPreviewAsync();

    /// <summary>Runs a script of several statements within the open transaction.</summary>
    public abstract ValueTask ExecuteAsync(string script, CancellationToken cancellationToken);

    /// <summary>Whether the database has a table of this name, where unqualified names are looked for.</summary>
    public abstract ValueTask<bool> HasTableAsync(string name, CancellationToken cancellationToken);

    /// <summary>Whether the database has an application's table. Default: looks for its name, as where there are no schemas.</summary>
    public virtual ValueTask<bool> HasTableAsync(SyncTable table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        return HasTableAsync(table.Name, cancellationToken);
    }

    /// <summary>Whether the open transaction holds rows whose parents are missing, so that it could not be committed.</summary>
    public abstract ValueTask<bool> HasOrphansAsync(CancellationToken cancellationToken);

    /// <summary>Whether <see cref="HasOrphansAsync"/> blames a row although the rows that are there do not show it. Default: false.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="isWrite">Whether the row was written; else it was deleted.</param>
    /// <param name="writeKey">Writes its key.</param>
    public virtual bool IsToBlame(SyncTable table, bool isWrite, Action<RowWriter> writeKey) => false;

    /// <summary>
    /// Begins the write of one row within the open transaction, so that it can be taken back: a trigger of the application
    /// may refuse a row and yet leave what was written.
    /// </summary>
    public abstract ValueTask BeginRowAsync(CancellationToken cancellationToken);

    /// <summary>Ends the write of one row.</summary>
    /// <param name="undo">Whether all since <see cref="BeginRowAsync"/> is taken back.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract ValueTask EndRowAsync(bool undo, CancellationToken cancellationToken);

    /// <summary>
    /// Says whether triggers, the application's too, fire on what the open transaction writes; at first they do. A database
    /// that this login may not tell so leaves them as they are.
    /// </summary>
    public abstract ValueTask SetTriggersAsync(bool fire, CancellationToken cancellationToken);

    /// <summary>
    /// Whether triggers fire again by themselves once the transaction ends in which <see cref="SetTriggersAsync"/> silenced them. After an
    /// error nothing is said to the database then: it would answer that the transaction has failed, and that answer would hide the error.
    /// Default: false.
    /// </summary>
    public virtual bool SilenceEndsWithTransaction => false;

    /// <summary>
    /// Where the rows of a batch are put for statements that work on sets. Null, the default: rows are written one by one, as
    /// where that is as fast, or where a table's <see cref="TableTraits.StageTypes"/> are null.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="ordinal">The table's ordinal in the scope, counted from 1.</param>
    /// <param name="names">The names of what is kept for the table.</param>
    /// <param name="traits">What the database says of the table.</param>
    public virtual RelationalStages? StagesOf(SyncTable table, int ordinal, TableNames names, TableTraits traits) => null;

    /// <summary>How the database itself, not the model, relates and orders a table's rows.</summary>
    public abstract ValueTask<TableTraits> TraitsOfAsync(SyncTable table, CancellationToken cancellationToken);

    /// <summary>Writes a row, and takes back what a trigger of the application that refused it has left: in SQLite, RAISE(FAIL) does.</summary>
    internal async ValueTask<WriteOutcome> WriteRowAsync(RelationalStatement statement, TableTraits traits, CancellationToken cancellationToken)
    {
        if (!traits.HasTriggers)
        {
            return await statement.WriteAsync(cancellationToken);
        }

        await BeginRowAsync(cancellationToken);
        var outcome = await statement.WriteAsync(cancellationToken);
        await EndRowAsync(undo: outcome.IsRefused, cancellationToken);
        return outcome;
    }

    /// <summary>Lets go of the connection and its statements.</summary>
    public async ValueTask DisposeAsync()
    {
        DropStatements();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Prepares a statement.</summary>
    protected abstract RelationalStatement Prepare(string sql, SyncTable? table);

    /// <summary>Closes the connection; its statements are gone.</summary>
    protected abstract ValueTask CloseAsync();

    /// <summary>Lets go of all prepared statements, such as after the schema changed.</summary>
    public void DropStatements()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
    }
}
