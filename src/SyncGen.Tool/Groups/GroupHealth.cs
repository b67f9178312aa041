namespace SyncGen.Tool.Groups;

/// <summary>How a group is.</summary>
/// <param name="Hub">The hub's name.</param>
/// <param name="Scope">The scope's name.</param>
/// <param name="Started">When the program began.</param>
/// <param name="Updated">When this was written.</param>
/// <param name="Ended">When the program ended; null while it runs.</param>
/// <param name="IntervalSeconds">How long after a session the next one begins.</param>
/// <param name="Locked">Whether the process that wrote this holds a <see cref="GroupLock"/> that others can see while it runs.</param>
/// <param name="Members">How the members are.</param>
internal sealed record GroupHealth(
    string Hub, string Scope, DateTimeOffset Started, DateTimeOffset Updated, DateTimeOffset? Ended, double IntervalSeconds, bool Locked, IReadOnlyList<MemberHealth> Members)
{
    /// <summary>Whether the last session of every member went well, with no row left in quarantine.</summary>
    public bool IsWell => Members.All(member => member is { Failures: 0, Quarantined: 0, LastSuccess: not null });
}
