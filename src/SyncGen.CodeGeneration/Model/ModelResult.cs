using SyncGen.CodeGeneration.Findings;

namespace SyncGen.CodeGeneration.Model;

/// <summary>What became of the declarations.</summary>
/// <param name="Scopes">The scopes without a fault.</param>
/// <param name="Findings">What there is to say about all of them.</param>
internal sealed record ModelResult(EquatableArray<ScopeModel> Scopes, EquatableArray<Finding> Findings);
