using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SyncGen.Generators.Tests.Compiling;

/// <summary>A file <c>*.sync.json</c> or <c>*.sync.scriban</c> in memory.</summary>
internal sealed class TestDocument(string path, string text) : AdditionalText
{
    public override string Path => path;

    public string Text => text;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    /// <summary>What a location of this file covers, as its lines and columns have it: they are what people see.</summary>
    public string TextAt(Location location)
    {
        var lines = GetText().Lines;
        var span = location.GetLineSpan().Span;
        var words = GetText().ToString(TextSpan.FromBounds(lines.GetPosition(span.Start), lines.GetPosition(span.End)));
        Assert.Equal(words, GetText().ToString(location.SourceSpan));
        return words;
    }

    /// <summary>The line that a location begins in.</summary>
    public string LineAt(Location location) => GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString();
}
