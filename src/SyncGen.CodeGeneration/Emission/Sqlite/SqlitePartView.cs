namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>What the templates of a table's parts print: quoted names and definitions.</summary>
internal sealed record SqlitePartView
{
    public required string Part { get; init; }

    public required string Move { get; init; }

    public required string MoveKey { get; init; }

    /// <summary>Such as <c>k0, k1</c>.</summary>
    public required string Keys { get; init; }

    /// <summary>The declarations of the key's columns.</summary>
    public required EquatableArray<string> KeyDefinitions { get; init; }

    /// <summary>The declarations of the effective filter values, such as <c>v0</c>.</summary>
    public required EquatableArray<string> ValueDefinitions { get; init; }

    /// <summary>What follows CREATE INDEX: one for each value, so that a part is found without reading the others.</summary>
    public required EquatableArray<string> Indexes { get; init; }
}
