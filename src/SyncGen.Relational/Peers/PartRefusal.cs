namespace SyncGen.Relational.Peers;

/// <summary>The refusal of a row outside a client's part.</summary>
internal static class PartRefusal
{
    public static WriteOutcome Outcome { get; } = new(0, SyncErrorCode.OutsideFilter,
        "The row lies outside the part of the scope that the client holds, or would come to lie there: it was not taken, and the client gets back what is here.");
}
