using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>A table of a peer within a session, behind its row type.</summary>
internal abstract class PeerTable(RelationalStore store, SyncTable table, TableStatements statements, int ordinal)
    : StoreTable(store, table, statements, ordinal)
{
    /// <summary>Folds the log, or part of it, into the tracking table, within the open transaction.</summary>
    public ValueTask FoldAsync(FoldPart part, CancellationToken cancellationToken)
    {
        var fold = Store.Connection.Statement(Statements.Log.FoldPeer);
        fold.Parameters.SetInt64(0, Store.State.Tick);
        fold.Parameters.SetInt32(1, Store.State.Self);
        fold.Parameters.SetInt64(2, Store.State.TimeFloor);
        return FoldAsync(part, fold, 3, cancellationToken);
    }

    /// <summary>How many rows the table has, or a part of it.</summary>
    public async ValueTask<long> CountAsync(FilterBinding? binding, CancellationToken cancellationToken)
    {
        var part = PartOf(binding);
        var count = Store.Connection.Statement(part?.Count ?? Statements.Rows.Count);
        part?.Match.Bind(count.Parameters);
        await count.ReadAsync(cancellationToken);
        var rows = count.Row.GetInt64(0);
        count.Reset();
        return rows;
    }

    /// <summary>Applies the rows of a batch that are of this kind.</summary>
    public abstract ValueTask ApplyAsync(
        TableChanges changes, ChangeKind kind, PullContext pull, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Tries the rows again that were refused so far in this attempt, then gives them to the quarantine.</summary>
    public abstract ValueTask SettleRefusedAsync(PullContext pull, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Locks the rows of a leaf's edits that are there.</summary>
    public abstract ValueTask LockAsync(TableEdits edits, CancellationToken cancellationToken);

    /// <summary>Brings a leaf's edits into the order of their keys.</summary>
    public abstract void Arrange(TableEdits edits);

    /// <summary>Takes a leaf's edits of this table: the writes, or the deletes.</summary>
    public abstract ValueTask AcceptAsync(
        TableEdits edits, bool deletes, UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Gives a leaf's edits the columns that they lack, for who looks at them before they are taken; not those outside its part.</summary>
    public abstract ValueTask CompleteAsync(TableEdits edits, FilterBinding? binding, CancellationToken cancellationToken);

    /// <summary>Settles the edits that were refused so far in this attempt, and answers all that were taken.</summary>
    public abstract ValueTask<TableAnswers> AnswerAsync(
        UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Of a leaf's edits, those that lack a parent, or may be to blame for one that does.</summary>
    public abstract ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableEdits edits, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken);

    /// <summary>Tells a row that a reload has come across from those that it has not: by a tick above that at which it began.</summary>
    public abstract ValueTask SeeAsync(string key, long began, CancellationToken cancellationToken);

    /// <summary>Removes the rows that a reload has not seen, though its source knows them: they were deleted there.</summary>
    public abstract ValueTask RemoveUnseenAsync(long began, Knowledge source, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Reads all tombstones, oldest first: the key as JSON, and how it is tracked.</summary>
    public abstract IAsyncEnumerable<(string Key, TrackFields Fields)> ReadTombstonesAsync(CancellationToken cancellationToken);

    /// <summary>Of the rows of a batch, those that came to lie outside their source's part, after a tick.</summary>
    public abstract ValueTask<IReadOnlyList<RowPosition>> FindOutsideAsync(
        TableChanges changes, PullContext pull, long from, CancellationToken cancellationToken);

    /// <summary>Of a leaf's edits, those that made rows outside the leaf's part, after a tick.</summary>
    public abstract ValueTask<IReadOnlyList<RowPosition>> FindOutsideAsync(
        TableEdits edits, FilterBinding? binding, long from, CancellationToken cancellationToken);

    /// <summary>Whether a row in quarantine waits for a parent, which decides in whose part it lies, and which is not here.</summary>
    public abstract ValueTask<bool> LacksParentAsync(QuarantinedRow row, CancellationToken cancellationToken);

    /// <summary>Reads the rows that changed in an interval of ticks, or that entered a part, in their order.</summary>
    public abstract IEnumerable<ChangeCursor> OpenChanges(FilterBinding? binding);

    /// <summary>Reads what left a part in an interval of ticks, and what a peer wrote outside its part; nothing where nothing can.</summary>
    public abstract IEnumerable<ChangeCursor> OpenEvictions(FilterBinding? binding, bool isPeer);

    /// <summary>Reads all rows, or those of a part.</summary>
    public abstract ScanCursor OpenScan(FilterBinding? binding, bool withTracking);

    /// <summary>The statements that read a part of the table; null where all of it is read.</summary>
    protected PartReadSql? PartOf(FilterBinding? binding) => binding is null ? null : Statements.Part?.For(binding);
}
