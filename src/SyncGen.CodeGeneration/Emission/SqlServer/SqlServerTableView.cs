namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>What the templates of a table's SQL print: quoted names and expressions over them.</summary>
internal sealed record SqlServerTableView
{
    public required SqlServerName Table { get; init; }

    public required SqlServerName Log { get; init; }

    public required SqlServerName Track { get; init; }

    public required SqlServerName Edit { get; init; }

    public required SqlServerName Seen { get; init; }

    public required string InsertTrigger { get; init; }

    public required string UpdateTrigger { get; init; }

    public required string DeleteTrigger { get; init; }

    /// <summary>What a session says while it writes this table, as a literal.</summary>
    public required string Muted { get; init; }

    /// <summary>The columns and constraints of the application's table.</summary>
    public required EquatableArray<string> Definitions { get; init; }

    /// <summary>What follows CREATE INDEX for each foreign key that no key serves.</summary>
    public required EquatableArray<string> Indexes { get; init; }

    /// <summary>The foreign keys that are added when all tables are there.</summary>
    public required EquatableArray<SqlServerRelationView> Relations { get; init; }

    /// <summary>Such as <c>k0, k1</c>.</summary>
    public required string Keys { get; init; }

    /// <summary>Such as <c>t.[Id] AS k0</c>: the types of the application's table, and their collations.</summary>
    public required string TableKeys { get; init; }

    /// <summary>The application's table <c>t</c> without any row; joined, so that its identity is not taken over with its column.</summary>
    public required string Source { get; init; }

    /// <summary>Such as <c>a.[Id]</c>.</summary>
    public required string AddedKeys { get; init; }

    /// <summary>Such as <c>r.[Id]</c>.</summary>
    public required string RemovedKeys { get; init; }

    /// <summary>The condition that rows <c>a</c> and <c>r</c> have one key.</summary>
    public required string SameKey { get; init; }

    /// <summary>The scope's columns of a row <c>a</c> in a form that is compared exactly; null where the scope has all columns.</summary>
    public required string? AddedImage { get; init; }

    /// <summary>The same of a row <c>r</c>.</summary>
    public required string? RemovedImage { get; init; }
}
