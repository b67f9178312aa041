using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Leaves;

/// <summary>A table of a leaf within a session, behind its row type.</summary>
internal abstract class LeafTable(RelationalStore store, SyncTable table, TableStatements statements, int ordinal)
    : StoreTable(store, table, statements, ordinal)
{
    /// <summary>Whether any edit waits.</summary>
    public ValueTask<bool> HasEditsAsync(CancellationToken cancellationToken) =>
        RelationalStore.AnyAsync(Store.Connection.Statement(Statements.Leaf.Any), cancellationToken);

    /// <summary>Folds the log, or part of it, into edits, within the open transaction. What a table does not send up is no edit.</summary>
    public async ValueTask FoldAsync(FoldPart part, long anchor, CancellationToken cancellationToken)
    {
        if (Store.Sends(Table))
        {
            var fold = Store.Connection.Statement(Statements.Log.FoldLeaf);
            fold.Parameters.SetInt64(0, Store.State.Tick);
            fold.Parameters.SetInt64(1, anchor);
            await FoldAsync(part, fold, 2, cancellationToken);
        }
        else if (part != FoldPart.Written)
        {
            await ClearLogAsync(cancellationToken);
        }
    }

    /// <summary>Makes every row that has no edit one, such as rows that were there before the first session.</summary>
    public async ValueTask EditEverythingAsync(long time, CancellationToken cancellationToken)
    {
        if (Store.Sends(Table))
        {
            var edit = Store.Connection.Statement(Statements.Leaf.EditAll);
            edit.Parameters.SetInt64(0, Store.State.Tick);
            edit.Parameters.SetInt64(1, time);
            Store.State.Tick += await edit.RunAsync(cancellationToken);
        }
    }

    /// <summary>How many edits wait.</summary>
    public async ValueTask<long> CountEditsAsync(CancellationToken cancellationToken)
    {
        var count = Store.Connection.Statement(Statements.Leaf.Count);
        await count.ReadAsync(cancellationToken);
        var edits = count.Row.GetInt64(0);
        count.Reset();
        return edits;
    }

    /// <summary>Forgets which keys were seen.</summary>
    public async ValueTask ClearSeenAsync(CancellationToken cancellationToken) =>
        await Store.Connection.Statement(Statements.Leaf.ClearSeen).RunAsync(cancellationToken);

    /// <summary>Locks the rows of the hub's answers that are there.</summary>
    public abstract ValueTask LockAsync(TableAnswers answers, CancellationToken cancellationToken);

    /// <summary>Applies the rows of a batch, either those that were written or those that are gone.</summary>
    public abstract ValueTask ApplyAsync(
        TableChanges changes, bool gone, bool reconcile, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Tries the rows again that were refused so far in this attempt, then gives them to the quarantine.</summary>
    public abstract ValueTask SettleRefusedAsync(BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Takes the hub's answers to edits; says whether any edit is one no more.</summary>
    public abstract ValueTask<bool> ConfirmAsync(
        TableAnswers answers, bool gone, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Of the rows of answers, those that lack a parent, or may be to blame for one that does.</summary>
    public abstract ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableAnswers answers, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken);

    /// <summary>Removes the rows that are neither seen nor edited.</summary>
    public abstract ValueTask RemoveUnseenAsync(BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Says that an edit was made without having seen what the hub holds: its row waits in quarantine.</summary>
    public abstract ValueTask UnanchorAsync(QuarantinedRow row, CancellationToken cancellationToken);

    /// <summary>Reads the edits in the order of their ticks.</summary>
    public abstract EditCursor OpenEdits();
}
