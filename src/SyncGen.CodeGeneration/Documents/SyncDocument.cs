using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents;

/// <summary>What a file <c>*.sync.json</c> declares. With an error among its findings it declares nothing.</summary>
/// <param name="Entities">Its entities, whose classes are to be emitted.</param>
/// <param name="Scopes">Its scopes.</param>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record SyncDocument(EquatableArray<EntityDeclaration> Entities, EquatableArray<ScopeDeclaration> Scopes, EquatableArray<Finding> Findings)
{
    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".sync.json";
}
