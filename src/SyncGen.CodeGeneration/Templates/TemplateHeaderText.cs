using SyncGen.CodeGeneration.Documents.Json;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>Takes a header out of a template's text: the comment that it begins with, a name and a value on each line.</summary>
internal sealed class TemplateHeaderText
{
    private const string Opening = "{{##";
    private const string Closing = "##}}";

    private readonly string _text;
    private readonly TextLines _lines;
    private readonly int _start;
    private readonly int _end;

    public TemplateHeaderText(string text, string path)
    {
        _text = text;
        _lines = new TextLines(text, path);
        var first = Skip(0, c => char.IsWhiteSpace(c) || c == '\ufeff');
        Whole = _lines.Between(first, Math.Max(first, LineEnd(first)));
        IsThere = string.CompareOrdinal(text, first, Opening, 0, Opening.Length) == 0;
        _start = first + Opening.Length;
        _end = IsThere ? text.IndexOf(Closing, _start, StringComparison.Ordinal) : -1;
        IsClosed = _end >= 0;
        BodyStart = IsClosed ? AfterLine(_end + Closing.Length) : 0;
    }

    /// <summary>Whether the text begins with a header.</summary>
    public bool IsThere { get; }

    /// <summary>Whether the header has an end.</summary>
    public bool IsClosed { get; }

    /// <summary>The first line.</summary>
    public SourceToken Whole { get; }

    /// <summary>Where the template proper begins: behind the header's last line.</summary>
    public int BodyStart { get; }

    /// <summary>The template with a comment as long as the header in its place, which prints nothing, not even a line break: so all positions stay.</summary>
    public string Blanked() => IsClosed ? Opening + Closing.PadLeft(BodyStart - Opening.Length) + _text.Substring(BodyStart) : _text;

    /// <summary>The lines that say something: their names, and their values; a value is null where there is no colon.</summary>
    public IEnumerable<(Annotated<string> Name, Annotated<string>? Value)> Lines()
    {
        for (var position = _start; position < _end;)
        {
            var end = Math.Min(_end, LineEnd(position));
            if (Trimmed(position, end) is { } line)
            {
                var colon = _text.IndexOf(':', position, end - position);
                yield return colon < 0 ? (line, null) : (Trimmed(position, colon) ?? line, Trimmed(colon + 1, end) ?? line with { Value = "" });
            }

            position = end + 1;
        }
    }

    private Annotated<string>? Trimmed(int start, int end)
    {
        var part = _text.Substring(start, end - start);
        var first = start + part.Length - part.TrimStart().Length;
        var word = part.Trim();
        return word.Length == 0 ? null : new Annotated<string>(word, _lines.Between(first, first + word.Length));
    }

    private int LineEnd(int position)
    {
        var end = _text.IndexOfAny(['\r', '\n'], Math.Min(position, _text.Length));
        return end < 0 ? _text.Length : end;
    }

    // The header's own line break prints nothing.
    private int AfterLine(int position)
    {
        var next = Skip(position, c => c is ' ' or '\t');
        return next == _text.Length ? next
            : _text[next] == '\n' ? next + 1
            : _text[next] == '\r' ? Math.Min(_text.Length, next + (next + 1 < _text.Length && _text[next + 1] == '\n' ? 2 : 1))
            : position;
    }

    private int Skip(int position, Func<char, bool> isSkipped)
    {
        while (position < _text.Length && isSkipped(_text[position]))
        {
            position++;
        }

        return position;
    }
}
