using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>Writes HTML. Texts and attributes' values are escaped, whatever they are; names of elements and attributes are the program's own.</summary>
internal sealed class HtmlWriter
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new("<!DOCTYPE html>\n");
    private readonly Stack<string> _open = [];

    /// <summary>Begins an element.</summary>
    public HtmlWriter Begin(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _html.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            _html.Append(' ').Append(name).Append("=\"").Append(s_encoder.Encode(value)).Append('"');
        }

        _html.Append('>');
        _open.Push(element);
        return this;
    }

    /// <summary>Ends the element that was begun last.</summary>
    public HtmlWriter End()
    {
        var element = _open.Pop();
        _html.Append("</").Append(element).Append('>');
        if (element is "tr" or "li" or "p" or "div" or "section" or "h3" or "thead" or "head")
        {
            // Where a line's end is no blank between words.
            _html.Append('\n');
        }

        return this;
    }

    /// <summary>Writes a text.</summary>
    public HtmlWriter Text(string text)
    {
        _html.Append(s_encoder.Encode(text));
        return this;
    }

    /// <summary>Writes an element that has nothing but a text.</summary>
    public HtmlWriter Leaf(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Begin(element, attributes).Text(text).End();

    /// <summary>Writes an element that has neither content nor end.</summary>
    public HtmlWriter Void(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(element, attributes);
        _open.Pop();
        return this;
    }

    /// <summary>Writes the page's style, as it stands.</summary>
    public HtmlWriter Style(string css)
    {
        _html.Append("<style>").Append(css).Append("</style>\n");
        return this;
    }

    /// <summary>What was written, as UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_html.ToString());
}
