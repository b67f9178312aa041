using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Sessions;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>A leaf's edits of a table that a hub cannot store for the time being.</summary>
internal sealed class EditQuarantine<TRow>(RelationalStore store, SyncTable<TRow> table)
    where TRow : class
{
    /// <summary>Lets go of older edits of the same leaf and key that wait.</summary>
    public async ValueTask ReleaseAsync(
        RowEdit<TRow> edit, UploadContext upload, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (!attempt.HasQuarantine)
        {
            return;
        }

        var key = RowJson.WriteKey(table, edit.Row);
        foreach (var held in await store.Quarantine.OfKeyAsync(table.Name, key, cancellationToken))
        {
            if (held.Leaf == upload.Number)
            {
                await store.Quarantine.RemoveAsync(held.Id, cancellationToken);
                attempt.CountsOf(table.Name).Released++;
            }
        }
    }

    /// <summary>
    /// Keeps an edit that was refused, in place of older ones of the same leaf and key. What it lacks is not kept: others may change that
    /// meanwhile.
    /// </summary>
    public async ValueTask HoldAsync(
        RowEdit<TRow> edit, UploadContext upload, WriteOutcome refusal, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await ReleaseAsync(edit, upload, attempt, cancellationToken);
        var key = RowJson.WriteKey(table, edit.Row);
        await store.Quarantine.AddAsync(new QuarantinedRow
        {
            Table = table.Name,
            Key = key,
            Row = edit.IsDeleted ? key : RowJson.WritePartial(table, edit.Row, edit.Absent),
            IsDeleted = edit.IsDeleted,
            Version = new SyncVersion(upload.Leaf, edit.Tick),
            Time = edit.Time,
            Leaf = upload.Number,
            LeafAnchor = edit.Anchor,
            Source = upload.Filter is null ? null : upload.Number,
            Filter = upload.Filter?.Text,
            Code = refusal.Refusal,
            Error = refusal.Reason ?? "",
        }, cancellationToken);
        attempt.Quarantined(table.Name, key, refusal);
    }
}
