namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of a file prints.</summary>
internal sealed record FileView(string? Namespace, EquatableArray<string> Opening, string Body, EquatableArray<string> Closing);
