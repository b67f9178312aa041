using SyncGen.Model;

namespace SyncGen.Relational.Provisioning;

/// <summary>
/// What a kind of database knows of its own schema beside the generated scripts, for provisioning. All within the open
/// transaction.
/// </summary>
public abstract class RelationalSchema
{
    /// <summary>Checks that the tables of the model are there and can hold what the model says.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: they do not.</exception>
    public abstract ValueTask CheckAsync(CancellationToken cancellationToken);

    /// <summary>Whether triggers of a provisioned table are gone, such as after the table was dropped and created again.</summary>
    public abstract ValueTask<TrackingGap> FindGapAsync(SyncTable table, CancellationToken cancellationToken);

    /// <summary>Whether all triggers are there that the scripts create for a table.</summary>
    /// <param name="table">The table, by its present name.</param>
    /// <param name="names">The names of what is kept for it, now or before.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract ValueTask<bool> HasTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken);

    /// <summary>
    /// The tables of which writes may have gone unseen while a migration changed them: asked when their triggers are there again, and before
    /// <see cref="CompleteAsync"/>. Default: none, as where all that is one transaction that keeps other writers away.
    /// </summary>
    public virtual ValueTask<IReadOnlyList<SyncTable>> FindUnseenAsync(CancellationToken cancellationToken) => new([]);

    /// <summary>Adds to a table, after its scripts ran, what depends on its live schema.</summary>
    public abstract ValueTask CompleteAsync(SyncTable table, CancellationToken cancellationToken);

    /// <summary>The columns of an application's table as the database has them; empty where there is no such table.</summary>
    public abstract ValueTask<IReadOnlyList<LiveColumn>> ColumnsOfAsync(SyncTable table, CancellationToken cancellationToken);

    /// <summary>The statements that drop a column, with what is in its way: foreign keys that it is part of, and indexes. Default: the dialect's own, as where the database drops these by itself.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="live">The table, by the name that it has.</param>
    /// <param name="table">The table, by its present name.</param>
    /// <param name="column">The column.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MigrationRefused"/>: this database cannot.</exception>
    public virtual ValueTask<IReadOnlyList<string>> DropsOfAsync(
        RelationalConnection connection, SyncTable live, SyncTable table, string column, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return new([connection.Dialect.DropColumn(table, column)]);
    }

    /// <summary>
    /// Takes away triggers that name other tables than their own, before those get other names or columns. Of which tables writes go unseen from then on,
    /// <see cref="FindUnseenAsync"/> says. Default: none, as where there are no such triggers.
    /// </summary>
    /// <param name="tables">The tables, as they were tracked.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual ValueTask ReleaseAsync(IReadOnlyList<SyncTable> tables, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Takes away SyncGen's triggers of a table, under the names that they have or had.</summary>
    /// <param name="table">The table, by its present name.</param>
    /// <param name="names">The names of what was kept for it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract ValueTask RemoveTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken);

    /// <summary>
    /// Changes an application's table that is tracked, such that no write goes unseen. Default: takes the triggers away, changes the table
    /// and creates the triggers, as where all that is one transaction that keeps other writers away.
    /// </summary>
    /// <param name="connection">The connection, whose open transaction it is part of.</param>
    /// <param name="table">The table, by its present name.</param>
    /// <param name="former">The names of what was kept for it; those of now where it keeps its name.</param>
    /// <param name="createLog">Creates the change log and the triggers.</param>
    /// <param name="additions">Statements that triggers of before do not mind.</param>
    /// <param name="changes">Statements that only triggers of afterwards fit.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual async ValueTask AlterAsync(
        RelationalConnection connection,
        SyncTable table,
        TableNames former,
        string createLog,
        IReadOnlyList<string> additions,
        IReadOnlyList<string> changes,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(additions);
        await RemoveTriggersAsync(table, former, cancellationToken);
        foreach (var statement in changes.Concat(additions))
        {
            await connection.ExecuteAsync(statement, cancellationToken);
        }

        await connection.ExecuteAsync(createLog, cancellationToken);
    }

    /// <summary>Takes away whatever earlier versions of the scope left that the scripts of this one do not know.</summary>
    public abstract ValueTask RemoveLeftoversAsync(CancellationToken cancellationToken);
}
