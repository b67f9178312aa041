namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of a table prints.</summary>
internal sealed record TableView
{
    public required string GeneratedCode { get; init; }

    public required string Declaration { get; init; }

    public required string Row { get; init; }

    public required string Codec { get; init; }

    public required string Hook { get; init; }

    public required string Name { get; init; }

    public required string? Schema { get; init; }

    /// <summary>The names that the table had, such as <c>["Memo"]</c>; null for none.</summary>
    public required string? FormerNames { get; init; }

    public required int KeyLength { get; init; }

    public required EquatableArray<ColumnView> Columns { get; init; }

    public required EquatableArray<ColumnView> KeyColumns { get; init; }

    public required EquatableArray<string> Relations { get; init; }

    public required string? Direction { get; init; }

    public required string? Conflicts { get; init; }

    public required string Read { get; init; }

    public required string ReadKey { get; init; }

    public required EquatableArray<string> ContentEquals { get; init; }

    public required EquatableArray<string> KeyEquals { get; init; }

    public required string KeyHash { get; init; }

    public required EquatableArray<string> KeyOrder { get; init; }

    /// <summary>The functions that the others call, rendered.</summary>
    public required string Functions { get; init; }

    /// <summary>The SQL for each database that the project has a provider for, rendered.</summary>
    public required EquatableArray<string> Stores { get; init; }
}
