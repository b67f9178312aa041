namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of a file prints that belongs to its readers once it is written.</summary>
internal sealed record OwnedFileView(EquatableArray<string> Usings, string? Namespace, string Body);
