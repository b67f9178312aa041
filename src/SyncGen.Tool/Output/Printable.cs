using System.Globalization;
using System.Text;

namespace SyncGen.Tool.Output;

/// <summary>
/// Text for people, in which names, values and what other computers say hold no commands to a terminal: a control character stands there as
/// the sign that Unicode has for it, and one that turns the direction of writing as its number.
/// </summary>
internal static class Printable
{
    private const char FirstSign = '\u2400';
    private const char SignOfDelete = '\u2421';

    /// <summary>Text of one or several lines.</summary>
    public static string Lines(string text) => Of(text, mayBreak: true);

    /// <summary>Text in a line.</summary>
    public static string Line(string text) => Of(text, mayBreak: false);

    private static string Of(string text, bool mayBreak)
    {
        if (!text.Any(letter => char.IsControl(letter) || TurnsDirection(letter)))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            var isBreak = letter is '\n' or '\t' || letter == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            _ = isBreak && mayBreak || !char.IsControl(letter) && !TurnsDirection(letter) ? shown.Append(letter)
                : letter < ' ' ? shown.Append((char)(FirstSign + letter))
                : letter == '\x7f' ? shown.Append(SignOfDelete)
                : shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }

        return shown.ToString();
    }

    private static bool TurnsDirection(char letter) => letter is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
