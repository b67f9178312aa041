namespace SyncGen.Relational.Migrations;

/// <summary>What a step of a migration does.</summary>
public enum MigrationStepKind
{
    /// <summary>Renames a table of the application, and what SyncGen keeps for it.</summary>
    RenameTable,

    /// <summary>Creates a table of the application.</summary>
    CreateTable,

    /// <summary>Begins to track a table.</summary>
    TrackTable,

    /// <summary>Ends to track a table, which stays.</summary>
    LeaveTable,

    /// <summary>Ends to track a table, and drops it with its rows.</summary>
    DropTable,

    /// <summary>Renames a column.</summary>
    RenameColumn,

    /// <summary>Adds a column.</summary>
    AddColumn,

    /// <summary>Leaves a column, which no longer travels.</summary>
    LeaveColumn,

    /// <summary>Drops a column with its values.</summary>
    DropColumn,

    /// <summary>Counts rows as written, so that they travel with the next session.</summary>
    SendRows,

    /// <summary>Works out anew in whose part each row lies; clients read their parts again.</summary>
    RefillParts,

    /// <summary>Reads all rows of the hub again with the next session.</summary>
    ReadAgain,

    /// <summary>Puts triggers, and what the store says of itself, up to date.</summary>
    ReplaceTriggers,
}
