using SyncGen.Model;

namespace SyncGen.Relational;

/// <summary>A connection to a database, with its prepared statements. Used by one session at a time.</summary>
public abstract class RelationalConnection : IAsyncDisposable
{
    private readonly Dictionary<string, RelationalStatement> _statements = new(StringComparer.Ordinal);

    /// <summary>How the database writes SQL.</summary>
    public abstract RelationalDialect Dialect { get; }

    /// <summary>Whether a reading transaction sees one state of the database and holds up no writer.</summary>
    public abstract bool HasSnapshots { get; }

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

    /// <summary>Begins a transaction.</summary>
    /// <param name="forWriting">Whether it writes: then it waits for other writers now, not later.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.StoreBusy"/>: another program held its lock for too long.</exception>
    public abstract ValueTask BeginAsync(bool forWriting, CancellationToken cancellationToken);

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

    /// <summary>Whether the database has a table of this name.</summary>
    public abstract ValueTask<bool> HasTableAsync(string name, CancellationToken cancellationToken);

    /// <summary>Whether the open transaction holds rows whose parents are missing, so that it could not be committed.</summary>
    public abstract bool HasOrphans();

    /// <summary>
    /// Begins the write of one row within the open transaction, so that it can be taken back: a trigger of the application
    /// may refuse a row and yet leave what was written.
    /// </summary>
    public abstract void BeginRow();

    /// <summary>Ends the write of one row.</summary>
    /// <param name="undo">Whether all since <see cref="BeginRow"/> is taken back.</param>
    public abstract void EndRow(bool undo);

    /// <summary>Whether triggers fire on what this connection writes. Default: true.</summary>
    public abstract bool HasTriggers { get; set; }

    /// <summary>How the database itself, not the model, relates and orders a table's rows.</summary>
    public abstract TableTraits TraitsOf(SyncTable table);

    /// <summary>Writes a row, and takes back what a trigger of the application that refused it has left: in SQLite, RAISE(FAIL) does.</summary>
    internal async ValueTask<WriteOutcome> WriteRowAsync(RelationalStatement statement, TableTraits traits, CancellationToken cancellationToken)
    {
        if (!traits.HasTriggers)
        {
            return await statement.WriteAsync(cancellationToken);
        }

        BeginRow();
        var outcome = await statement.WriteAsync(cancellationToken);
        EndRow(undo: outcome.IsRefused);
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
