namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>What the templates of a table's parts print: quoted names and expressions over them.</summary>
internal sealed record SqlServerPartView
{
    public required SqlServerName Part { get; init; }

    public required SqlServerName Move { get; init; }

    /// <summary>Such as <c>k0, k1</c>.</summary>
    public required string Keys { get; init; }

    /// <summary>The key's columns of the application's table, named as ours.</summary>
    public required string TableKeys { get; init; }

    /// <summary>The effective filter values: of the table itself, and of what is kept of its parents.</summary>
    public required string TableValues { get; init; }

    /// <summary>The table, and what is kept of its parents, without any row: columns come out with the types that they have there.</summary>
    public required string Tables { get; init; }

    /// <summary>Such as <c>p.k0, p.k1</c>.</summary>
    public required string PartKeys { get; init; }

    /// <summary>Such as <c>p.v0, p.v1</c>.</summary>
    public required string PartValues { get; init; }

    /// <summary>The values that are indexed, so that a part is found without reading the others.</summary>
    public required EquatableArray<string> IndexedValues { get; init; }
}
