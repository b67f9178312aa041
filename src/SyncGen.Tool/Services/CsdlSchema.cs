namespace SyncGen.Tool.Services;

/// <summary>What <c>$metadata</c> says of a scope.</summary>
/// <param name="Entities">The entity types.</param>
/// <param name="Parameters">The filter parameters, such as <c>owner (Edm.String)</c>.</param>
internal sealed record CsdlSchema(IReadOnlyList<CsdlEntity> Entities, IReadOnlyList<string> Parameters);
