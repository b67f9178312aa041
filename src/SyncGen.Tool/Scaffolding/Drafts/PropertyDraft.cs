using SyncGen.CodeGeneration.Model;
using SyncGen.Tool.Scaffolding.Schema;
using SyncGen.Tool.Scaffolding.Types;

namespace SyncGen.Tool.Scaffolding.Drafts;

/// <summary>What the database says of a property.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Type">What its column's type becomes; null if nothing carries it.</param>
internal sealed record PropertyDraft(ColumnSchema Column, MappedType? Type)
{
    /// <summary>The type of its values: the mapped one, or that of the key which it refers to.</summary>
    public StoredType? Stored { get; init; } = Type?.Stored;

    /// <summary>Its place in the key, from 0; null if it is not part of it.</summary>
    public int? KeyOrder { get; init; }
}
