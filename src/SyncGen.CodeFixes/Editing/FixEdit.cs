using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace SyncGen.CodeFixes.Editing;

/// <summary>A change that puts a finding right.</summary>
/// <param name="Title">What it does, as an editor shows it.</param>
/// <param name="Target">The document that it changes.</param>
/// <param name="Apply">Makes the change.</param>
internal sealed record FixEdit(string Title, Document Target, Action<SyntaxEditor> Apply)
{
    /// <summary>A namespace that a using directive has to bring for it; null if it needs none.</summary>
    public string? Import { get; init; }
}
