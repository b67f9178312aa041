namespace SyncGen.Relational.Migrations;

/// <summary>What a migration may do.</summary>
public sealed record MigrationOptions
{
    /// <summary>
    /// Whether tables and columns of the application that are no longer in the model are dropped, with what is in them. Default: false;
    /// they stay, and no longer travel.
    /// </summary>
    public bool DropRemoved { get; init; }
}
