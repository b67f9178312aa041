namespace SyncGen.Conflicts;

/// <summary>Two writes of one row, of which neither had seen the other.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
public sealed class Conflict<TRow>
    where TRow : class
{
    /// <summary>Creates a conflict.</summary>
    public Conflict(ConflictSide<TRow> incoming, ConflictSide<TRow> local, ConflictPolicy policy, ConflictOutcome outcome)
    {
        Incoming = incoming;
        Local = local;
        Policy = policy;
        ByPolicy = new ConflictResolution<TRow>(outcome, null);
    }

    /// <summary>The row as the source has it.</summary>
    public ConflictSide<TRow> Incoming { get; }

    /// <summary>The row as this store has it.</summary>
    public ConflictSide<TRow> Local { get; }

    /// <summary>The policy in force.</summary>
    public ConflictPolicy Policy { get; }

    /// <summary>What the policy gives.</summary>
    public ConflictResolution<TRow> ByPolicy { get; }
}
