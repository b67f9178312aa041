namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of an entity class prints.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Table">What the table is called in prose.</param>
/// <param name="Attributes">Its attributes, without brackets.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record EntityView(string Name, string Table, EquatableArray<string> Attributes, EquatableArray<PropertyView> Properties);
