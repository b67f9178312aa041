namespace SyncGen.Relational;

/// <summary>What became of a statement that writes.</summary>
/// <param name="Changed">How many rows it changed; 0 if it was refused.</param>
/// <param name="Refusal">Why the database refused it; <see cref="SyncErrorCode.None"/> if it did not.</param>
/// <param name="Reason">The database's words for the refusal.</param>
/// <param name="IsKeyTaken">Whether it was refused since a row of the same key exists.</param>
public readonly record struct WriteOutcome(
    int Changed,
    SyncErrorCode Refusal = SyncErrorCode.None,
    string? Reason = null,
    bool IsKeyTaken = false)
{
    /// <summary>Whether the database refused the statement.</summary>
    public bool IsRefused => Refusal != SyncErrorCode.None;

    /// <summary>Done, whatever it changed.</summary>
    internal static WriteOutcome Done => new(1);
}
