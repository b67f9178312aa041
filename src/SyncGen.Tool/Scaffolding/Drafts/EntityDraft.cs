using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Drafts;

/// <summary>What the database says of an entity.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Properties">The columns that were chosen, in their order; also those that nothing carries.</param>
internal sealed record EntityDraft(TableSchema Table, IReadOnlyList<PropertyDraft> Properties)
{
    /// <summary>Why no entity can be made of it, as a sentence; null if one can.</summary>
    public string? Obstacle { get; init; }

    public PropertyDraft? Find(string column) => Properties.FirstOrDefault(property => property.Column.Name == column)
        ?? Properties.FirstOrDefault(property => string.Equals(property.Column.Name, column, StringComparison.OrdinalIgnoreCase));
}
