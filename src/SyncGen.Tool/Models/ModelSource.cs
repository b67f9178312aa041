namespace SyncGen.Tool.Models;

/// <summary>Where a scope's model comes from, as a user names it.</summary>
/// <param name="Document">A <c>*.sync.json</c> file; null if none is named.</param>
/// <param name="Assembly">A compiled assembly with scope classes.</param>
/// <param name="Project">A C# project, which is built.</param>
/// <param name="Framework">Which of a project's target frameworks; null: its only one.</param>
/// <param name="Scope">The scope's name; null: the only one there is.</param>
internal sealed record ModelSource(FileInfo? Document, FileInfo? Assembly, FileInfo? Project, string? Framework, string? Scope);
