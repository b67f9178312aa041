using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>What a hub tells a leaf of edits that it took before.</summary>
internal sealed class RepeatedEdits<TRow>(RelationalStore store, SyncTable<TRow> table, EditParts<TRow> parts)
    where TRow : class
{
    /// <summary>Answers an edit that came before and whose answer was lost: it changes nothing.</summary>
    public async ValueTask<EditAnswer<TRow>> AnswerAsync(
        RowEdit<TRow> edit, UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        attempt.CountsOf(table.Name).Skipped++;
        var key = RowJson.WriteKey(table, edit.Row);
        foreach (var held in await store.Quarantine.OfKeyAsync(table.Name, key, cancellationToken))
        {
            if (held.Leaf == upload.Number && held.Version.Tick >= edit.Tick)
            {
                return new EditAnswer<TRow>(edit.Tick, EditOutcome.Quarantined, edit.Row, 0);
            }
        }

        var present = await parts.PresentAsync(edit, upload, cancellationToken);
        if (present.Rejection != SyncErrorCode.None)
        {
            return present;
        }

        var same = edit.IsDeleted
            ? present.Outcome == EditOutcome.Removed
            : present.Outcome == EditOutcome.Replaced && table.ContentEquals(present.Row, edit.Row);
        if (same)
        {
            return present with { Outcome = EditOutcome.Accepted };
        }

        // The answer that was lost said why: so does this one, or what the user wrote would go without a word.
        return edit.Rejection is { } reason
            ? await parts.RejectAsync(edit, upload, new WriteOutcome(0, SyncErrorCode.Rejected, reason), attempt, cancellationToken)
            : present;
    }
}
