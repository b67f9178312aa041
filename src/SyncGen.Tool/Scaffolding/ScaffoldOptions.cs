namespace SyncGen.Tool.Scaffolding;

/// <summary>
/// Which part of a database is scaffolded, and what is not in it. Patterns have <c>*</c> and <c>?</c>, and do not mind case. What
/// they leave out is not looked at: a document that has it keeps it as it is.
/// </summary>
internal sealed record ScaffoldOptions
{
    /// <summary>The tables that are looked at, by name or by schema and name; none: all.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>The tables that are not.</summary>
    public IReadOnlyList<string> ExcludedTables { get; init; } = [];

    /// <summary>The columns that are looked at, by name or by table and name; none: all. Columns of a key always are.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The columns that are not.</summary>
    public IReadOnlyList<string> ExcludedColumns { get; init; } = [];

    /// <summary>The namespace of the classes; null: the document's own, or none.</summary>
    public string? Namespace { get; init; }

    /// <summary>A scope that the document should have; null: those that it has.</summary>
    public string? Scope { get; init; }
}
