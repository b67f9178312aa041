using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Conflicts;
using SyncGen.Relational.Rows;
using SyncGen.Versions;

namespace SyncGen.Relational.Leaves;

/// <summary>What a leaf's conflict log keeps of edits that the hub rejected.</summary>
internal sealed class RejectedEdits<TRow>(RelationalStore store, SyncTable<TRow> table, BaseRows<TRow> rows, LeafEdits<TRow> edits)
    where TRow : class
{
    /// <summary>The entry of an edit, with the row as it is here; null if it was not rejected.</summary>
    public async ValueTask<ConflictEntry?> FindAsync(EditAnswer<TRow> answer, CancellationToken cancellationToken)
    {
        if (answer.Rejection == SyncErrorCode.None)
        {
            return null;
        }

        var stamp = new Stamp(
            await edits.TimeOfAsync(answer.Row, cancellationToken),
            new SyncVersion(await store.IdentityAsync(cancellationToken), answer.Edit));
        var isGone = answer.Outcome == EditOutcome.Removed;
        var lost = await rows.ExistsAsync(answer.Row, cancellationToken) ? await rows.FindAsync(answer.Row, cancellationToken) : null;
        return new ConflictEntry(
            table.Name,
            RowJson.WriteKey(table, answer.Row),
            table.Conflicts,
            isGone ? ConflictOutcome.Deleted : ConflictOutcome.Incoming,
            new ConflictEntrySide(stamp, lost is null ? null : RowJson.Write(table, lost)),
            new ConflictEntrySide(default, isGone ? null : RowJson.Write(table, answer.Row)));
    }
}
