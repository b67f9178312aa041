using System.Globalization;
using System.Text;

namespace SyncGen.Model;

/// <summary>
/// JSON strings that keep every sequence of UTF-16 code units. The encoders of System.Text.Json replace lone surrogates,
/// and what they escape depends on the Unicode version of the runtime, so that a key would be written differently by
/// two versions of .NET.
/// </summary>
public static class JsonText
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Appends a string with quotes. Escaped are quotes, backslashes, control characters and lone surrogates, nothing else.</summary>
    public static void Append(StringBuilder target, string text)
    {
        target.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit is '"' or '\\')
            {
                target.Append('\\').Append(unit);
            }
            else if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                target.Append(unit).Append(text[++i]);
            }
            else if (unit < ' ' || char.IsSurrogate(unit))
            {
                target.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                target.Append(unit);
            }
        }

        target.Append('"');
    }

    /// <summary>The text of a JSON string without its quotes, which a JSON reader has found well-formed.</summary>
    /// <exception cref="DecoderFallbackException">It holds bytes that are no UTF-8, which a JSON reader does not look for.</exception>
    public static string Unescape(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.Contains((byte)'\\'))
        {
            return s_strict.GetString(utf8);
        }

        var text = new StringBuilder(utf8.Length);
        while (!utf8.IsEmpty)
        {
            var plain = utf8.IndexOf((byte)'\\');
            text.Append(s_strict.GetString(plain < 0 ? utf8 : utf8[..plain]));
            if (plain < 0)
            {
                break;
            }

            var escaped = utf8[plain + 1];
            var isUnit = escaped == 'u';
            text.Append(isUnit ? Unit(utf8.Slice(plain + 2, 4)) : Short(escaped));
            utf8 = utf8[(plain + (isUnit ? 6 : 2))..];
        }

        return text.ToString();
    }

    private static char Unit(ReadOnlySpan<byte> digits) =>
        (char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char Short(byte escaped) => (char)escaped switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        var itself => itself,
    };
}
