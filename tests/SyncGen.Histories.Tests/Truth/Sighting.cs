using SyncGen.Conflicts;
using SyncGen.Histories.Tests.Stores;
using SyncGen.Versions;

namespace SyncGen.Histories.Tests.Truth;

/// <summary>A conflict as the scope's hook saw it. Whether its transaction was committed shows in the conflict log.</summary>
internal sealed record Sighting(
    RowKey Key, Stamp Incoming, Stamp Local, Lineage IncomingLineage, Lineage LocalLineage, ConflictOutcome Outcome, int Write)
{
    /// <summary>The lineage of a resolution that the stamps would not give: a write of its own, which has seen both sides.</summary>
    public Lineage Settled { get; } = IncomingLineage.Union(LocalLineage).With(Write);

    /// <summary>Whether neither side had seen the other, so that it was a conflict.</summary>
    public bool IsConflict => !IncomingLineage.IsSubsetOf(LocalLineage) && !LocalLineage.IsSubsetOf(IncomingLineage);

    public override string ToString() => $"{(IsConflict ? "conflict" : "FALSE conflict")} over {Key}: {Text(Incoming)} {IncomingLineage} came in, "
        + $"{Text(Local)} {LocalLineage} was here; {Outcome} stays, as {Write} where that is a write";

    private static string Text(Stamp stamp) => $"{stamp.Time - HistoryClock.Start} by {stamp.Version.ToString()[..4]}:{stamp.Version.Tick}";
}
