namespace SyncGen.CodeGeneration.Emission.TypeScript;

/// <summary>What the template of a scope's types prints.</summary>
/// <param name="Scope">The scope's name.</param>
/// <param name="Entities">Its entities.</param>
/// <param name="RowsName">The name of the interface with all types of rows.</param>
/// <param name="KeysName">The name of the interface with all types of keys.</param>
/// <param name="EntityName">The name of the type of the entities' names.</param>
internal sealed record TypeScriptScopeView(string Scope, EquatableArray<TypeScriptEntityView> Entities, string RowsName, string KeysName, string EntityName);
