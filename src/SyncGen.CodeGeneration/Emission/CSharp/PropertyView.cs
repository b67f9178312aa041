namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of an entity class prints for a property.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Summary">What it holds, in prose.</param>
/// <param name="Attributes">Its attributes, without brackets.</param>
/// <param name="Initial">Its first value, with all that stands around it; empty without one.</param>
internal sealed record PropertyView(string Name, string Type, string Summary, EquatableArray<string> Attributes, string Initial);
