namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>What the templates of a table's SQL print: quoted names and expressions over them.</summary>
internal sealed record PostgreSqlTableView
{
    public required string Table { get; init; }

    public required string Log { get; init; }

    public required string Track { get; init; }

    public required string TrackTick { get; init; }

    public required string TrackKey { get; init; }

    public required string Edit { get; init; }

    public required string EditTick { get; init; }

    public required string EditKey { get; init; }

    public required string Seen { get; init; }

    public required string SeenKey { get; init; }

    /// <summary>The trigger, and the function that it runs.</summary>
    public required string InsertTrigger { get; init; }

    public required string UpdateTrigger { get; init; }

    public required string DeleteTrigger { get; init; }

    public required string TruncateTrigger { get; init; }

    /// <summary>What stands around a function's body, and nowhere in it.</summary>
    public required string Fence { get; init; }

    /// <summary>The condition under which the triggers are not muted.</summary>
    public required string Speaks { get; init; }

    /// <summary>The columns and constraints of the application's table.</summary>
    public required EquatableArray<string> Definitions { get; init; }

    /// <summary>What follows CREATE INDEX for each foreign key that no key serves.</summary>
    public required EquatableArray<string> Indexes { get; init; }

    /// <summary>The foreign keys that are added when all tables are there.</summary>
    public required EquatableArray<PostgreSqlRelationView> Relations { get; init; }

    /// <summary>Such as <c>k0, k1</c>.</summary>
    public required string Keys { get; init; }

    /// <summary>Such as <c>t."Id" AS k0</c>: the types of the application's table, and their collations.</summary>
    public required string TableKeys { get; init; }

    /// <summary>Such as <c>a."Id"</c>.</summary>
    public required string AddedKeys { get; init; }

    /// <summary>Such as <c>r."Id"</c>.</summary>
    public required string RemovedKeys { get; init; }

    /// <summary>
    /// The scope's columns as one value, such as <c>ROW(t."Id", t."Text")</c>; null where the scope has all columns. Images of
    /// rows are compared byte by byte: also those of types that know no equality, or take "a" and "A" for the same.
    /// </summary>
    public required string? ScopeImage { get; init; }
}
