namespace SyncGen.CodeGeneration.Emission;

/// <summary>A file that is emitted.</summary>
/// <param name="Name">Its name, stable and unique within a project.</param>
/// <param name="Text">Its text, with <c>\n</c> at the end of each line.</param>
internal sealed record EmittedFile(string Name, string Text);
