using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>A table of a peer within a session, behind its row type.</summary>
internal abstract class PeerTable(RelationalStore store, SyncTable table, TableStatements statements, int ordinal)
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

    /// <summary>Folds the log, or part of it, into the tracking table, within the open transaction.</summary>
    public async ValueTask FoldAsync(FoldPart part, CancellationToken cancellationToken)
    {
        var state = Store.State;
        if (part != FoldPart.Gone)
        {
            await Store.NoteRowsWithoutKeyAsync(Statements, Table.Name, cancellationToken);
        }

        var fold = Store.Connection.Statement(Statements.Log.FoldPeer);
        fold.Parameters.SetInt64(0, state.Tick);
        fold.Parameters.SetInt32(1, state.Self);
        fold.Parameters.SetInt64(2, state.TimeFloor);
        fold.Parameters.SetInt32(3, part == FoldPart.Gone ? 1 : 0);
        fold.Parameters.SetInt32(4, part == FoldPart.Written ? 0 : 1);
        state.Tick += await fold.RunAsync(cancellationToken);
        if (part != FoldPart.Written)
        {
            await Store.Connection.Statement(Statements.Log.Clear).RunAsync(cancellationToken);
        }
    }

    /// <summary>How many rows the table has.</summary>
    public async ValueTask<long> CountAsync(CancellationToken cancellationToken)
    {
        var count = Store.Connection.Statement(Statements.Rows.Count);
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

    /// <summary>Of the rows written in this attempt, those that lack a parent; or those of the kind that may be to blame.</summary>
    public abstract ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableChanges changes, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken);

    /// <summary>Decides a row that waited in quarantine; a refusal leaves it there.</summary>
    public abstract ValueTask<WriteOutcome> RetryAsync(QuarantinedRow row, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Makes rows that have a row's unique values give them up, where they may; answers their keys.</summary>
    public abstract ValueTask<List<string>> MakeRoomAsync(QuarantinedRow row, Func<string, bool> mayGiveUp, CancellationToken cancellationToken);

    /// <summary>Whether a row that left quarantine in this attempt lacks a parent, or may be to blame for one that does.</summary>
    public abstract ValueTask<bool> IsSuspectAsync(QuarantinedRow row, Suspicion suspicion, CancellationToken cancellationToken);

    /// <summary>Forgets what an attempt that was given up left behind.</summary>
    public abstract void BeginAttempt();

    /// <summary>Brings the rows of a batch into the order of their keys, so that they touch neighbouring pages of an index.</summary>
    public abstract void Arrange(TableChanges changes);

    /// <summary>The same for a leaf's edits.</summary>
    public abstract void Arrange(TableEdits edits);

    /// <summary>Takes a leaf's edits of this table: the writes, or the deletes.</summary>
    public abstract ValueTask AcceptAsync(
        TableEdits edits, bool deletes, UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Settles the edits that were refused so far in this attempt, and answers all that were taken.</summary>
    public abstract ValueTask<TableAnswers> AnswerAsync(
        UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>The same for a leaf's edits.</summary>
    public abstract ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        TableEdits edits, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken);

    /// <summary>Tells a row that a reload has come across from those that it has not: by a tick above that at which it began.</summary>
    public abstract ValueTask SeeAsync(string key, long began, CancellationToken cancellationToken);

    /// <summary>Removes the rows that a reload has not seen, though its source knows them: they were deleted there.</summary>
    public abstract ValueTask RemoveUnseenAsync(long began, Knowledge source, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Reads all tombstones, oldest first: the key as JSON, and how it is tracked.</summary>
    public abstract IAsyncEnumerable<(string Key, TrackFields Fields)> ReadTombstonesAsync(CancellationToken cancellationToken);

    /// <summary>Reads the rows that changed in an interval of ticks, in their order.</summary>
    public abstract ChangeCursor OpenChanges();

    /// <summary>Reads all rows.</summary>
    public abstract ScanCursor OpenScan(bool withTracking);
}
