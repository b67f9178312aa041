using SyncGen.CodeGeneration.Model;

namespace SyncGen.Tool.Scaffolding.Types;

/// <summary>What a document says of a column's type.</summary>
/// <param name="Stored">The type of its values.</param>
internal sealed record MappedType(StoredType Stored)
{
    public int? MaxLength { get; init; }

    /// <summary>The type that provisioning gives the column elsewhere; null for the usual one.</summary>
    public string? StoreType { get; init; }

    /// <summary>What the mapping cannot carry, as a sentence; null if it carries all.</summary>
    public string? Caution { get; init; }

    public static implicit operator MappedType(StoredType stored) => new(stored);
}
