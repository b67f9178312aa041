namespace SyncGen.Tool.Services;

/// <summary>What an entity type refers to.</summary>
/// <param name="Name">The navigation's name.</param>
/// <param name="Parent">The name of the type that it leads to.</param>
/// <param name="Properties">The properties that hold the parent's key, by the names of the parent's.</param>
internal sealed record CsdlReference(string Name, string Parent, IReadOnlyDictionary<string, string> Properties);
