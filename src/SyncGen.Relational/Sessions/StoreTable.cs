using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Sessions;

/// <summary>A table of a store within a session, behind its row type.</summary>
internal abstract class StoreTable(RelationalStore store, SyncTable table, TableStatements statements, int ordinal)
{
    public RelationalStore Store { get; } = store;

    public SyncTable Table { get; } = table;

    public TableStatements Statements { get; } = statements;

    /// <summary>The table's ordinal in the scope, from 1.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>Whether the log holds anything.</summary>
    public ValueTask<bool> HasLogAsync(CancellationToken cancellationToken) =>
        RelationalStore.AnyAsync(Store.Connection.Statement(Statements.Log.Any), cancellationToken);

    /// <summary>Whether the log may hold a row that is gone.</summary>
    public ValueTask<bool> HasGoneAsync(CancellationToken cancellationToken) =>
        RelationalStore.AnyAsync(Store.Connection.Statement(Statements.Log.AnyGone), cancellationToken);

    /// <summary>Locks the rows of a batch that are there.</summary>
    /// <param name="changes">The rows.</param>
    /// <param name="areNew">Whether there are probably none of their keys: then they are inserted, if that is so.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract ValueTask LockAsync(TableChanges changes, bool areNew, CancellationToken cancellationToken);

    /// <summary>Forgets what an attempt that was given up left behind.</summary>
    public abstract void BeginAttempt();

    /// <summary>Brings the rows of a batch into the order of their keys, so that they touch neighbouring pages of an index.</summary>
    public abstract void Arrange(TableChanges changes);

    /// <summary>Of the rows written in this attempt, those that lack a parent; or those of the kind that may be to blame.</summary>
    public abstract ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableChanges changes, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken);

    /// <summary>Decides a row that waited in quarantine; a refusal leaves it there.</summary>
    public abstract ValueTask<WriteOutcome> RetryAsync(QuarantinedRow row, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Settles a row that waited in quarantine for this store, as one that lies outside its source's part: notes that it was rejected.</summary>
    public virtual ValueTask RejectAsync(QuarantinedRow row, WriteOutcome refusal, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        attempt.Rejected(row.Table, row.Key, refusal);
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes rows that have a row's unique values give them up, where they may; answers their keys.</summary>
    public abstract ValueTask<List<string>> MakeRoomAsync(QuarantinedRow row, Func<string, bool> mayGiveUp, CancellationToken cancellationToken);

    /// <summary>Whether a row that left quarantine in this attempt lacks a parent, or may be to blame for one that does.</summary>
    public abstract ValueTask<bool> IsSuspectAsync(QuarantinedRow row, Suspicion suspicion, CancellationToken cancellationToken);

    /// <summary>Folds the log, or part of it, within the open transaction.</summary>
    /// <param name="part">Which part.</param>
    /// <param name="fold">The statement, its parameters set but for the last two, which say which part.</param>
    /// <param name="least">The ordinal of the first of these two.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    protected async ValueTask FoldAsync(FoldPart part, RelationalStatement fold, int least, CancellationToken cancellationToken)
    {
        if (part != FoldPart.Gone)
        {
            await NoteRowsWithoutKeyAsync(cancellationToken);
        }

        fold.Parameters.SetInt32(least, part == FoldPart.Gone ? 1 : 0);
        fold.Parameters.SetInt32(least + 1, part == FoldPart.Written ? 0 : 1);
        Store.State.Tick += await fold.RunAsync(cancellationToken);
        if (part != FoldPart.Written && !Statements.Log.FoldingTakesEntries)
        {
            await ClearLogAsync(cancellationToken);
        }
    }

    /// <summary>Empties the log.</summary>
    protected async ValueTask ClearLogAsync(CancellationToken cancellationToken) =>
        await Store.Connection.Statement(Statements.Log.Clear).RunAsync(cancellationToken);

    /// <summary>Notes rows that lack part of their key, and so are not folded, if the log has any.</summary>
    private async ValueTask NoteRowsWithoutKeyAsync(CancellationToken cancellationToken)
    {
        if (!Statements.Traits.KeysMayBeNull
            || !await RelationalStore.AnyAsync(Store.Connection.Statement(Statements.Log.AnyWithoutKey), cancellationToken)
            || !await RelationalStore.AnyAsync(Store.Connection.Statement(Statements.Rows.AnyWithoutKey), cancellationToken))
        {
            return;
        }

        Store.Unreadable.RemoveAll(row => string.Equals(row.Table, Table.Name, StringComparison.Ordinal));
        Store.Unreadable.Add(new UnreadableRow(Table.Name, "", default,
            $"Table '{Table.Name}' has rows with NULL in their key, which cannot be told from each other and so do not travel. Give them a key."));
    }
}
