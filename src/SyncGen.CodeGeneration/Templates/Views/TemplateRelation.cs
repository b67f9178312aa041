namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>What a template sees of a foreign key, from either side.</summary>
/// <param name="Name">The other entity's name.</param>
/// <param name="FullName">The other entity's name with its namespace and the types around it.</param>
/// <param name="Type">The other entity's class as C# names it, from <c>global::</c> on.</param>
/// <param name="Properties">The properties on this side, in the order of the parent's key.</param>
/// <param name="OtherProperties">The properties on the other side, in the same order.</param>
/// <param name="IsRequired">Whether each row on the child's side has a parent.</param>
internal sealed record TemplateRelation(
    string Name,
    string FullName,
    string Type,
    EquatableArray<string> Properties,
    EquatableArray<string> OtherProperties,
    bool IsRequired);
