using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>Settles conflicts of a table, by its policy and its hook.</summary>
internal sealed class ConflictSettler<TRow>(PeerStore store, PeerTable<TRow> rows, SyncTable<TRow> table, ApplyContext context)
    where TRow : class
{
    /// <returns>Whether the incoming row itself stands now.</returns>
    public bool Settle(PeerRow<TRow> local, PeerRow<TRow> incoming)
    {
        var newer = incoming.Stamp > local.Stamp;
        var conflict = new Conflict<TRow>(
            new(incoming.Row, incoming.IsDeleted, incoming.Stamp), new(local.Row, local.IsDeleted, local.Stamp), table.Conflicts, OutcomeOf(newer));
        var resolution = table.Resolve(conflict);
        context.Counts(table).Conflicts++;
        context.Note(new(table.Name, RowJson.WriteKey(table, incoming.Row), SyncErrorCode.None, "Both sides changed the row.")
        {
            Policy = table.Conflicts,
            Outcome = resolution.Outcome,
        });
        return Apply(local, incoming, newer, resolution);
    }

    private bool Apply(PeerRow<TRow> local, PeerRow<TRow> incoming, bool newer, ConflictResolution<TRow> resolution)
    {
        switch (resolution.Outcome)
        {
            case ConflictOutcome.Incoming when newer:
                rows.Store(incoming);
                context.Stored(table, incoming.IsDeleted);
                Log(local, incoming, resolution.Outcome);
                return true;
            case ConflictOutcome.Local when !newer:
                Log(incoming, local, resolution.Outcome);
                return false;
            case ConflictOutcome.Incoming:
                Override(local, incoming, incoming.Row, incoming.IsDeleted);
                Log(local, incoming, resolution.Outcome);
                return false;
            case ConflictOutcome.Local:
                Override(local, incoming, local.Row, local.IsDeleted);
                Log(incoming, local, resolution.Outcome);
                return false;
            default:
                Override(local, incoming, resolution.Merged ?? local.Row, resolution.Outcome == ConflictOutcome.Deleted);
                Log(local, incoming, resolution.Outcome);
                Log(incoming, local, resolution.Outcome);
                return false;
        }
    }

    // What the stamps would not give is a write of its own, that has seen both sides.
    private void Override(PeerRow<TRow> local, PeerRow<TRow> incoming, TRow row, bool isDeleted)
    {
        var replaced = incoming.Version.Replica == store.Id ? local.BaseFor(store.Id) : incoming.Version;
        rows.Write(row, isDeleted, context.Now, replaced, Math.Max(local.Time, incoming.Time) + 1);
        context.Stored(table, isDeleted);
    }

    private void Log(PeerRow<TRow> loser, PeerRow<TRow> winner, ConflictOutcome outcome) =>
        store.Losers.Add(new(table.Name, loser.Row, loser.IsDeleted, loser.Stamp, winner.Row, winner.IsDeleted, winner.Stamp, outcome));

    private ConflictOutcome OutcomeOf(bool newer)
    {
        var takesIncoming = table.Conflicts switch
        {
            ConflictPolicy.SourceWins => true,
            ConflictPolicy.DestinationWins => false,
            ConflictPolicy.ServerWins => context.Side == SyncSide.Client,
            ConflictPolicy.ClientWins => context.Side == SyncSide.Server,
            _ => newer,
        };
        return takesIncoming ? ConflictOutcome.Incoming : ConflictOutcome.Local;
    }
}
