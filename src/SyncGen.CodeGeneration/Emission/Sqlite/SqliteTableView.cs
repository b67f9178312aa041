namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>What the templates of a table's SQL print: quoted names and expressions over them.</summary>
internal sealed record SqliteTableView
{
    public required string Table { get; init; }

    public required int Ordinal { get; init; }

    public required string State { get; init; }

    public required string Log { get; init; }

    public required string Track { get; init; }

    public required string Edit { get; init; }

    public required string Seen { get; init; }

    public required string InsertTrigger { get; init; }

    public required string UpdateTrigger { get; init; }

    public required string DeleteTrigger { get; init; }

    /// <summary>The columns and constraints of the application's table.</summary>
    public required EquatableArray<string> Definitions { get; init; }

    /// <summary>What follows CREATE INDEX for each foreign key that no key serves: without it, each delete of a parent reads all children.</summary>
    public required EquatableArray<string> Indexes { get; init; }

    /// <summary>The declarations of the key's columns in SyncGen's own tables, such as <c>k0</c>.</summary>
    public required EquatableArray<string> KeyDefinitions { get; init; }

    /// <summary>Such as <c>k0, k1</c>.</summary>
    public required string Keys { get; init; }

    /// <summary>Such as <c>NEW."Id"</c>.</summary>
    public required string NewKeys { get; init; }

    /// <summary>Such as <c>OLD."Id"</c>.</summary>
    public required string OldKeys { get; init; }

    /// <summary>Such as <c>OLD."Id" IS NOT NEW."Id"</c>.</summary>
    public required string KeyChanged { get; init; }

    /// <summary>Whether a column of the scope changed; null where the scope has them all.</summary>
    public required string? ScopeChanged { get; init; }
}
