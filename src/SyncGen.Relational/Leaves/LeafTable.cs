using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Leaves;

/// <summary>A table of a leaf within a session, behind its row type.</summary>
internal abstract class LeafTable(RelationalStore store, SyncTable table, TableStatements statements, int ordinal)
{
    public RelationalStore Store { get; } = store;

    public SyncTable Table { get; } = table;

    public TableStatements Statements { get; } = statements;

    /// <summary>The table's ordinal in the scope, from 1.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>Whether the log holds anything.</summary>
    public ValueTask<bool> HasLogAsync(CancellationToken cancellationToken) =>
        RelationalStore.AnyAsync(Store.Connection.Statement(Statements.Log.Any), cancellationToken);

    /// <summary>Whether any edit waits.</summary>
    public ValueTask<bool> HasEditsAsync(CancellationToken cancellationToken) =>
        RelationalStore.AnyAsync(Store.Connection.Statement(Statements.Leaf.Any), cancellationToken);

    /// <summary>Whether the log may hold a row that is gone.</summary>
    public ValueTask<bool> HasGoneAsync(CancellationToken cancellationToken) =>
        RelationalStore.AnyAsync(Store.Connection.Statement(Statements.Log.AnyGone), cancellationToken);

    /// <summary>Folds the log, or part of it, into edits, within the open transaction. What a table does not send up is no edit.</summary>
    public async ValueTask FoldAsync(FoldPart part, long anchor, CancellationToken cancellationToken)
    {
        var state = Store.State;
        if (Store.Sends(Table))
        {
            if (part != FoldPart.Gone)
            {
                await Store.NoteRowsWithoutKeyAsync(Statements, Table.Name, cancellationToken);
            }

            var fold = Store.Connection.Statement(Statements.Log.FoldLeaf);
            fold.Parameters.SetInt64(0, state.Tick);
            fold.Parameters.SetInt64(1, anchor);
            fold.Parameters.SetInt32(2, part == FoldPart.Gone ? 1 : 0);
            fold.Parameters.SetInt32(3, part == FoldPart.Written ? 0 : 1);
            state.Tick += await fold.RunAsync(cancellationToken);
        }

        if (part != FoldPart.Written)
        {
            await Store.Connection.Statement(Statements.Log.Clear).RunAsync(cancellationToken);
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

    /// <summary>Forgets what an attempt that was given up left behind.</summary>
    public abstract void BeginAttempt();

    /// <summary>Brings the rows of a batch into the order of their keys, so that they touch neighbouring pages of an index.</summary>
    public abstract void Arrange(TableChanges changes);

    /// <summary>Applies the rows of a batch, either those that were written or those that are gone.</summary>
    public abstract ValueTask ApplyAsync(
        TableChanges changes, bool gone, bool reconcile, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Tries the rows again that were refused so far in this attempt, then gives them to the quarantine.</summary>
    public abstract ValueTask SettleRefusedAsync(BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Of the rows written in this attempt, those that lack a parent; or those of the kind that may be to blame.</summary>
    public abstract ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableChanges changes, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken);

    /// <summary>Takes the hub's answers to edits.</summary>
    public abstract ValueTask ConfirmAsync(
        TableAnswers answers, bool gone, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>The same for the rows of answers.</summary>
    public abstract ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableAnswers answers, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken);

    /// <summary>Removes the rows that are neither seen nor edited.</summary>
    public abstract ValueTask RemoveUnseenAsync(BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Tries a row that waited in quarantine; a refusal leaves it there.</summary>
    public abstract ValueTask<WriteOutcome> RetryAsync(QuarantinedRow row, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Makes rows that have a row's unique values give them up, where they may; answers their keys.</summary>
    public abstract ValueTask<List<string>> MakeRoomAsync(QuarantinedRow row, Func<string, bool> mayGiveUp, CancellationToken cancellationToken);

    /// <summary>Whether a row that left quarantine in this attempt lacks a parent, or may be to blame for one that does.</summary>
    public abstract ValueTask<bool> IsSuspectAsync(QuarantinedRow row, Suspicion suspicion, CancellationToken cancellationToken);

    /// <summary>Says that an edit was made without having seen what the hub holds: its row waits in quarantine.</summary>
    public abstract ValueTask UnanchorAsync(QuarantinedRow row, CancellationToken cancellationToken);

    /// <summary>Reads the edits in the order of their ticks.</summary>
    public abstract EditCursor OpenEdits();
}
