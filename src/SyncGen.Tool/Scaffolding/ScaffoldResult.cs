namespace SyncGen.Tool.Scaffolding;

/// <summary>What scaffolding made.</summary>
/// <param name="Text">The document.</param>
/// <param name="IsChanged">Whether it differs from the one that was there; true if there was none.</param>
/// <param name="Notes">What whoever scaffolds should know.</param>
internal sealed record ScaffoldResult(string Text, bool IsChanged, IReadOnlyList<ScaffoldNote> Notes);
