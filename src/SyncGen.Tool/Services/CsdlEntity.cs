namespace SyncGen.Tool.Services;

/// <summary>An entity type, with what it inherits.</summary>
/// <param name="Name">Its name, without a namespace.</param>
/// <param name="Key">The names of its key properties, in their order.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="References">What it refers to.</param>
internal sealed record CsdlEntity(string Name, IReadOnlyList<string> Key, IReadOnlyList<CsdlProperty> Properties, IReadOnlyList<CsdlReference> References);
