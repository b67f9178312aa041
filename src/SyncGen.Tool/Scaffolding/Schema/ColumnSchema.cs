namespace SyncGen.Tool.Scaffolding.Schema;

/// <summary>A column of a live table.</summary>
/// <param name="Name">Its name, unquoted.</param>
/// <param name="Type">The name of its type in lower case, without length: what a mapping goes by.</param>
/// <param name="Declared">The type as the database writes it, for messages.</param>
internal sealed record ColumnSchema(string Name, string Type, string Declared)
{
    public bool IsNullable { get; init; }

    /// <summary>The greatest length in characters or bytes; null if unlimited, or if the type has none.</summary>
    public int? Length { get; init; }

    /// <summary>How many digits a number has; null if that is not said.</summary>
    public int? Precision { get; init; }

    /// <summary>How many of these stand behind the point.</summary>
    public int Scale { get; init; }

    /// <summary>Whether the database computes it, so that nobody writes it.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Whether the database gives rows numbers of its own in it.</summary>
    public bool IsIdentity { get; init; }

    public bool HasDefault { get; init; }

    /// <summary>How its text is compared, where a model must say so; null where it need not.</summary>
    public string? Collation { get; init; }

    /// <summary>Whether a row may be inserted that says nothing of it.</summary>
    public bool IsOptional => IsNullable || HasDefault || IsGenerated || IsIdentity;
}
