namespace SyncGen.Versions;

/// <summary>Whether one write was made by someone who had seen another.</summary>
public static class Causality
{
    /// <summary>Whether the later write had seen the earlier one.</summary>
    /// <param name="later">The version of the write with the greater stamp.</param>
    /// <param name="laterBase">The foreign version that it replaced.</param>
    /// <param name="earlier">The version of the other write.</param>
    /// <param name="knowledge">What the store that holds the later write knows.</param>
    public static bool Follows(SyncVersion later, SyncVersion laterBase, SyncVersion earlier, Knowledge knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return later.Replica == earlier.Replica || laterBase == earlier || knowledge.Covers(earlier);
    }
}
