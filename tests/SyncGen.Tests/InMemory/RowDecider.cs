using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>Decides over rows that a peer receives from another.</summary>
internal sealed class RowDecider<TRow>(PeerStore store, PeerTable<TRow> rows, SyncTable<TRow> table, ApplyContext context)
    where TRow : class
{
    private readonly ConflictSettler<TRow> _settler = new(store, rows, table, context);

    public void Receive(RowChange<TRow> change, Knowledge madeWith, bool isRetry = false)
    {
        var local = rows.Find(change.Row);
        if (local?.Version == change.Version)
        {
            context.Counts(table).Skipped++;
            return;
        }

        var held = rows.Quarantine.GetValueOrDefault(change.Row);
        if (context.Refuses(table, change.Row))
        {
            Hold(change, madeWith, held, isRetry);
            return;
        }

        Decide(local, change, madeWith);
        store.Known.RemoveMissing(change.Version);
        if (isRetry)
        {
            context.Counts(table).Released++;
        }

        var replacesHeld = held is not null && (held.Change.Version == change.Version
            || change.Stamp > held.Change.Stamp && Causality.Follows(change.Version, change.Base, held.Change.Version, madeWith));
        if (replacesHeld)
        {
            rows.Quarantine.Remove(change.Row);
            store.Known.RemoveMissing(held!.Change.Version);
            context.Counts(table).Released++;
        }
    }

    // Of two refused rows with one key one waits; it has seen the other, or the other is logged as the loser.
    private void Hold(RowChange<TRow> change, Knowledge madeWith, WaitingChange<TRow>? held, bool isRetry)
    {
        if (held is not null && held.Change.Version != change.Version)
        {
            var newer = change.Stamp > held.Change.Stamp;
            var (later, earlier, knowledge) = newer ? (change, held.Change, madeWith) : (held.Change, change, held.MadeWith);
            if (!Causality.Follows(later.Version, later.Base, earlier.Version, knowledge))
            {
                context.Counts(table).Conflicts++;
                store.Losers.Add(new(
                    table.Name, earlier.Row, earlier.Kind == ChangeKind.Delete, earlier.Stamp,
                    later.Row, later.Kind == ChangeKind.Delete, later.Stamp, newer ? ConflictOutcome.Incoming : ConflictOutcome.Local));
            }

            store.Known.RemoveMissing(earlier.Version);
            if (!newer)
            {
                return;
            }

            rows.Quarantine.Remove(change.Row);
        }

        rows.Quarantine[change.Row] = new(change, madeWith);
        if (!isRetry)
        {
            context.Refused(table, change.Row);
        }
    }

    private void Decide(PeerRow<TRow>? local, RowChange<TRow> change, Knowledge madeWith)
    {
        var incoming = new PeerRow<TRow>(change.Row, change.Kind == ChangeKind.Delete, change.Version, change.Base, change.Time, 0, ReplicaId.None);
        if (local is null)
        {
            // A delete that is known and gone was forgotten here.
            Take(incoming, !(incoming.IsDeleted && store.Known.Covers(incoming.Version)));
            return;
        }

        var newer = incoming.Stamp > local.Stamp;
        var follows = newer
            ? Causality.Follows(incoming.Version, incoming.Base, local.Version, madeWith)
            : Causality.Follows(local.Version, local.Base, incoming.Version, store.Known);
        var same = incoming.IsDeleted == local.IsDeleted && (incoming.IsDeleted || table.ContentEquals(incoming.Row, local.Row));
        if (follows || same)
        {
            Take(incoming, newer);
        }
        else
        {
            _settler.Settle(local, incoming);
        }
    }

    private void Take(PeerRow<TRow> incoming, bool isStored)
    {
        if (isStored)
        {
            rows.Store(incoming);
            context.Stored(table, incoming.IsDeleted);
        }
        else
        {
            context.Counts(table).Skipped++;
        }
    }
}
