namespace SyncGen.CodeGeneration.Emission.TypeScript;

/// <summary>What the template of a scope's types prints for a property.</summary>
/// <param name="Name">Its name, in quotes where it needs them.</param>
/// <param name="Type">Its type.</param>
/// <param name="Summary">What its values look like.</param>
internal sealed record TypeScriptPropertyView(string Name, string Type, string Summary);
