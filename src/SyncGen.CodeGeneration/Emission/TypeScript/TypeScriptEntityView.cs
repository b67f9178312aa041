namespace SyncGen.CodeGeneration.Emission.TypeScript;

/// <summary>What the template of a scope's types prints for an entity.</summary>
/// <param name="Entity">The entity's name.</param>
/// <param name="Member">The same as the name of a member.</param>
/// <param name="Name">The name of the interface of its rows.</param>
/// <param name="KeyName">The name of the interface of its keys.</param>
/// <param name="Properties">What a row has.</param>
/// <param name="Key">What a key has.</param>
internal sealed record TypeScriptEntityView(
    string Entity,
    string Member,
    string Name,
    string KeyName,
    EquatableArray<TypeScriptPropertyView> Properties,
    EquatableArray<TypeScriptPropertyView> Key);
