namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>What the templates of a table's parts print: quoted names and expressions over them.</summary>
internal sealed record PostgreSqlPartView
{
    public required string Part { get; init; }

    public required string Move { get; init; }

    public required string PartKey { get; init; }

    public required string MoveTick { get; init; }

    public required string MoveKey { get; init; }

    /// <summary>Such as <c>k0, k1</c>.</summary>
    public required string Keys { get; init; }

    /// <summary>Such as <c>v0, v1</c>.</summary>
    public required string Values { get; init; }

    /// <summary>The key's columns of the application's table, named as ours.</summary>
    public required string TableKeys { get; init; }

    /// <summary>The effective filter values: of the table itself, and of what is kept of its parents.</summary>
    public required string TableValues { get; init; }

    /// <summary>The table, and what is kept of its parents: columns come out with the types that they have there.</summary>
    public required string Tables { get; init; }

    /// <summary>The indexes: one for each value, so that a part is found without reading the others.</summary>
    public required EquatableArray<string> Indexes { get; init; }
}
