namespace SyncGen.Relational.Peers;

/// <summary>What became of a row that came in.</summary>
/// <param name="Outcome">Whether the database took what was decided.</param>
/// <param name="Tick">The local tick of the key's row now.</param>
/// <param name="Stands">Whether the row that came in is what the key's row is now.</param>
internal readonly record struct RowResult(WriteOutcome Outcome, long Tick = 0, bool Stands = false)
{
    public bool IsRefused => Outcome.IsRefused;
}
