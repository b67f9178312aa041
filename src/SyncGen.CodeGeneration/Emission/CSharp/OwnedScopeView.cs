namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of a scope's own class prints.</summary>
/// <param name="Scope">The scope's name.</param>
/// <param name="Name">The class's name.</param>
/// <param name="Attributes">Its attributes, without brackets.</param>
internal sealed record OwnedScopeView(string Scope, string Name, EquatableArray<string> Attributes);
