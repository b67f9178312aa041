using Scriban.Parsing;
using SyncGen.CodeGeneration.Documents.Json;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>Places in a template's text, between Scriban's form and that of findings.</summary>
internal static class TemplatePlaces
{
    /// <summary>The place of something, on one line; Scriban counts the last character in.</summary>
    public static SourceToken Of(SourceSpan span, string text, string path)
    {
        var start = Math.Max(0, Math.Min(span.Start.Offset, text.Length));
        var end = Math.Max(start, Math.Min(span.End.Offset + 1, text.Length));
        var line = text.IndexOfAny(['\r', '\n'], start, end - start);
        return new TextLines(text, path).Between(start, line < 0 ? end : line);
    }
}
