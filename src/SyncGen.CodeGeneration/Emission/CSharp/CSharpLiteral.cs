using System.Globalization;
using System.Text;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Strings as C# literals, whatever they hold.</summary>
internal static class CSharpLiteral
{
    /// <summary>A literal in quotes, such as <c>"a\"b"</c>.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
        {
            AppendEscaped(text, value, i);
        }

        return text.Append('"').ToString();
    }

    /// <summary>
    /// A raw literal of several lines, to stand at the end of a line of code; a literal in quotes where a raw one could not
    /// be read back as it was.
    /// </summary>
    /// <param name="value">The text; lines end with <c>\n</c>.</param>
    /// <param name="indentation">How many blanks its lines get, which the compiler takes away again.</param>
    public static string Raw(string value, int indentation)
    {
        if (!IsPrintable(value))
        {
            return Quote(value);
        }

        var fence = new string('"', Math.Max(3, LongestRunOfQuotes(value) + 1));
        var blanks = new string(' ', indentation);
        var text = new StringBuilder(fence).Append('\n');
        foreach (var line in value.Split('\n'))
        {
            text.Append(line.Length == 0 ? "" : blanks).Append(line).Append('\n');
        }

        return text.Append(blanks).Append(fence).ToString();
    }

    private static bool IsPrintable(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\n' && MustBeEscaped(value, i))
            {
                return false;
            }
        }

        return true;
    }

    private static int LongestRunOfQuotes(string value)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in value)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static void AppendEscaped(StringBuilder text, string value, int index)
    {
        var c = value[index];
        _ = c switch
        {
            '"' => text.Append("\\\""),
            '\\' => text.Append(@"\\"),
            '\n' => text.Append(@"\n"),
            '\r' => text.Append(@"\r"),
            '\t' => text.Append(@"\t"),
            _ when MustBeEscaped(value, index) => text.Append(@"\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            _ => text.Append(c),
        };
    }

    // What an editor would not show, what would end a line, and what no encoding can write.
    private static bool MustBeEscaped(string value, int index)
    {
        switch (char.GetUnicodeCategory(value, index))
        {
            case UnicodeCategory.Control:
            case UnicodeCategory.Format:
            case UnicodeCategory.LineSeparator:
            case UnicodeCategory.ParagraphSeparator:
            case UnicodeCategory.PrivateUse:
            case UnicodeCategory.OtherNotAssigned:
                return true;
            case UnicodeCategory.Surrogate:
                return !char.IsLowSurrogate(value[index]) || index == 0 || !char.IsHighSurrogate(value[index - 1]);
            default:
                return false;
        }
    }
}
