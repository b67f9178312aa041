namespace SyncGen.PostgreSql;

/// <summary>How a PostgreSQL store is opened.</summary>
public sealed class PostgreSqlProviderOptions
{
    /// <summary>The role that the store is provisioned in. Default: <see cref="SyncRole.Peer"/>.</summary>
    public SyncRole Role { get; set; } = SyncRole.Peer;

    /// <summary>Whether the first session provisions a store that is not provisioned yet. Default: true.</summary>
    public bool AutoProvision { get; set; } = true;

    /// <summary>Clock and randomness for provisioning and forgetting; sessions bring their own. Default: the machine's.</summary>
    public SyncEnvironment Environment { get; set; } = SyncEnvironment.Default;

    /// <summary>
    /// How long to wait for a row or table that another program has locked before <see cref="SyncErrorCode.StoreBusy"/>.
    /// Default: 30 seconds; 1 millisecond to 1 hour.
    /// </summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
