namespace SyncGen.Relational.Provisioning;

/// <summary>What a provisioned table's triggers fail to see.</summary>
public enum TrackingGap
{
    /// <summary>Nothing: all triggers are there.</summary>
    None,

    /// <summary>Rows that go since another row takes their place, such as by <c>REPLACE</c>.</summary>
    Replacements,

    /// <summary>Any write.</summary>
    All,
}
