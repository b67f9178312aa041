namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of a scope's filter prints.</summary>
/// <param name="GeneratedCode">The attribute that says who wrote the code.</param>
/// <param name="Name">The scope's name.</param>
/// <param name="Parameters">The filter parameters, one at least.</param>
internal sealed record ScopeFilterView(string GeneratedCode, string Name, EquatableArray<ParameterView> Parameters);
