using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Rows;
using SyncGen.Relational.Sessions;
using SyncGen.Versions;

namespace SyncGen.Relational.Peers;

/// <summary>Decides over many changes of a table at once, and stores at once those that are simply to be stored.</summary>
internal sealed class ChangeSets<TRow>(SyncTable<TRow> table, PeerRows<TRow> rows, RowSet<TRow> set)
    where TRow : class
{
    /// <summary>Locks the rows of a batch, in the order of their keys; answers false where they must be locked one by one.</summary>
    public async ValueTask<bool> TryLockAsync(IReadOnlyList<TRow> keys, CancellationToken cancellationToken) =>
        set.IsFor(keys.Count) && await set.TryLockAsync(keys, cancellationToken);

    /// <summary>Inserts the rows of a batch that writes nothing else; answers false where they must be locked.</summary>
    public async ValueTask<bool> TryInsertAsync(List<RowChange<TRow>> changes, CancellationToken cancellationToken) =>
        changes.TrueForAll(change => change.Kind == ChangeKind.Write)
        && await set.TryInsertAsync(changes.ConvertAll(change => change.Row), cancellationToken);

    /// <summary>Applies the changes of a kind; answers the numbers of those that are left to be applied one by one, null where all are.</summary>
    public async ValueTask<HashSet<int>?> ApplyAsync(
        List<RowChange<TRow>> changes, ChangeKind kind, Knowledge madeWith, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (set.HasInserted)
        {
            // They are all of this kind, or none is.
            if (kind == ChangeKind.Write)
            {
                await TrackAsync(changes, attempt, cancellationToken);
            }

            return [];
        }

        if (!attempt.TakesSets || !set.IsFor(changes.Count(change => change.Kind == kind)) || kind == ChangeKind.Delete && !set.MayDelete(attempt.IsPartial))
        {
            return null;
        }

        var keys = changes.ConvertAll(change => change.Row);
        if (!set.AreDistinct(keys) || await set.FindAsync(keys, rows.Tracked, cancellationToken) is not { } found)
        {
            return null;
        }

        var left = new HashSet<int>();
        var skipped = new List<SyncVersion>();
        var stored = new List<(TRow Row, RowVersion Version, LocalRow Local)>();
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            if (change.Kind != kind)
            {
                continue;
            }

            var version = new RowVersion(change.Version, change.Base, change.Time, kind == ChangeKind.Delete);
            switch (Decider.Decide(version, found[i], madeWith, attempt.Own))
            {
                case Decision.Store:
                    stored.Add((change.Row, version, found[i]));
                    break;
                case Decision.Compare:
                    left.Add(i);
                    break;
                default:
                    skipped.Add(change.Version);
                    break;
            }
        }

        if (stored.Count > 0 && !await set.TryStoreAsync(stored, kind == ChangeKind.Delete, cancellationToken))
        {
            return null;
        }

        Count(kind, stored, skipped, attempt);
        return left;
    }

    /// <summary>Notes the versions of rows that were inserted: there were none, and so there is nothing to decide.</summary>
    private async ValueTask TrackAsync(List<RowChange<TRow>> changes, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.IsMistaken || !attempt.TakesSets)
        {
            attempt.IsMistaken = true;
            return;
        }

        var inserted = changes.ConvertAll(change => (change.Row, new RowVersion(change.Version, change.Base, change.Time, false), default(LocalRow)));
        if (await set.TryTrackAsync(inserted, cancellationToken))
        {
            Count(ChangeKind.Write, inserted, [], attempt);
        }
        else
        {
            attempt.IsMistaken = true;
        }
    }

    private void Count(
        ChangeKind kind, List<(TRow Row, RowVersion Version, LocalRow Local)> stored, List<SyncVersion> skipped, BatchAttempt attempt)
    {
        var counts = attempt.CountsOf(table.Name);
        counts.Skipped += skipped.Count;
        counts.Written += kind == ChangeKind.Write ? stored.Count : 0;
        counts.Deleted += kind == ChangeKind.Delete ? stored.Count : 0;
        foreach (var version in skipped.Concat(stored.Select(row => row.Version.Version)))
        {
            attempt.Learn(version);
        }
    }
}
