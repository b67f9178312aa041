using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>Decides over many edits of a table at once, and stores at once those that follow what the hub holds.</summary>
internal sealed class EditSets<TRow>(RelationalStore store, SyncTable<TRow> table, PeerRows<TRow> rows, RowSet<TRow> set)
    where TRow : class
{
    /// <summary>Takes the writes of a batch, or its deletes; answers the numbers of those that are left to be taken one by one, null where all are.</summary>
    /// <param name="edits">The edits, in the order of their keys.</param>
    /// <param name="deletes">Which of them.</param>
    /// <param name="upload">Whose they are.</param>
    /// <param name="answers">Takes the answers.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<HashSet<int>?> AcceptAsync(
        List<RowEdit<TRow>> edits, bool deletes, UploadContext upload, List<EditAnswer<TRow>> answers, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        // What a leaf with a filter sends up is looked at row by row: what it replaces must lie in the leaf's part.
        if (!attempt.TakesSets || upload.Filter is not null || !set.IsFor(edits.Count(edit => edit.IsDeleted == deletes)) || deletes && !set.MayDelete(attempt.IsPartial))
        {
            return null;
        }

        var keys = edits.ConvertAll(edit => edit.Row);
        if (!set.AreDistinct(keys) || await set.FindAsync(keys, rows.Tracked, cancellationToken) is not { } found)
        {
            return null;
        }

        var self = await store.IdentityAsync(cancellationToken);
        var left = new HashSet<int>();
        var stored = new List<(TRow Row, RowVersion Version, LocalRow Local)>();
        var accepted = new List<EditAnswer<TRow>>();
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            if (edit.IsDeleted != deletes)
            {
                continue;
            }

            var tick = store.State.Tick + 1 + stored.Count;
            var (incoming, follows) = EditDecider.Decide(edit, found[i], self, tick, store.State.ForgottenTime, upload.Number, upload.Number);
            if (edit.Tick <= upload.Taken || !follows || edit.Rejection is not null)
            {
                left.Add(i);
                continue;
            }

            stored.Add((edit.Row, incoming, found[i]));
            accepted.Add(new EditAnswer<TRow>(edit.Tick, EditOutcome.Accepted, edit.Row, tick));
        }

        if (stored.Count > 0 && !await set.TryStoreAsync(stored, deletes, cancellationToken))
        {
            return null;
        }

        answers.AddRange(accepted);
        var counts = attempt.CountsOf(table.Name);
        counts.Written += deletes ? 0 : stored.Count;
        counts.Deleted += deletes ? stored.Count : 0;
        return left;
    }
}
