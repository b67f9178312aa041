namespace SyncGen.Providers;

/// <summary>A hub's answer to a batch of edits.</summary>
/// <param name="Tables">The answers, table by table.</param>
/// <param name="Result">What became of the rows at the hub.</param>
public sealed record UploadAnswer(IReadOnlyList<TableAnswers> Tables, BatchResult Result);
