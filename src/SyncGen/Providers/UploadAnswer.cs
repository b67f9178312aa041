namespace SyncGen.Providers;

/// <summary>A hub's answer to a batch of edits.</summary>
/// <param name="Tables">The answers, table by table.</param>
/// <param name="Result">What became of the rows at the hub.</param>
/// <param name="Marker">
/// What the leaf names when it comes again: a hub that does not know it was restored to a state before this answer, and
/// has lost what it confirms. Later markers of a hub are greater, byte by byte. Null: the hub keeps no markers.
/// </param>
public sealed record UploadAnswer(IReadOnlyList<TableAnswers> Tables, BatchResult Result, byte[]? Marker = null);
