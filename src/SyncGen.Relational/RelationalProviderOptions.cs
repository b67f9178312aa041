using SyncGen.Filters;

namespace SyncGen.Relational;

/// <summary>How a store in a relational database is opened.</summary>
/// <param name="role">The role that a store of this kind has most often.</param>
public abstract class RelationalProviderOptions(SyncRole role)
{
    /// <summary>The role that the store is provisioned in.</summary>
    public SyncRole Role { get; set; } = role;

    /// <summary>
    /// Which part of the scope the store holds: the scope's own <c>Filter</c>, generated where it has filter columns. A store that
    /// is opened with another filter than before reads its new part, and lets go of the rows of the old one. Default: null, all of it.
    /// </summary>
    public SyncFilter? Filter { get; set; }

    /// <summary>Whether the first session provisions a store that is not provisioned yet. Default: true.</summary>
    public bool AutoProvision { get; set; } = true;

    /// <summary>Clock and randomness for provisioning and forgetting; sessions bring their own. Default: the machine's.</summary>
    public SyncEnvironment Environment { get; set; } = SyncEnvironment.Default;

    /// <summary>How long to wait for another program's lock before <see cref="SyncErrorCode.StoreBusy"/>. Default: 30 seconds; 0 to 1 hour.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
