using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SyncGen.OData.Json;

/// <summary>
/// Writes JSON as the original does: slashes are escaped, what lies beyond the basic plane is two escapes, all else is UTF-8 as it
/// is. Half of a surrogate pair is an escape too, so that it arrives.
/// </summary>
internal sealed class JsonOutput(IBufferWriter<byte> into)
{
    private const int NumberBytesMax = 64;
    private const int EscapeBytes = 6;
    private const int PieceLength = 1024;

    /// <summary>Writes bytes that are JSON.</summary>
    public void Raw(ReadOnlySpan<byte> json) => into.Write(json);

    /// <summary>Writes a number, or anything else whose text needs neither quotes nor escapes.</summary>
    public void Plain<TValue>(TValue value, string? format = null)
        where TValue : IUtf8SpanFormattable
    {
        var span = into.GetSpan(NumberBytesMax);
        if (!value.TryFormat(span, out var written, format, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException($"A value of the type {typeof(TValue).Name} has a text of more than {NumberBytesMax} bytes.");
        }

        into.Advance(written);
    }

    /// <summary>Writes bytes as a string of Base64.</summary>
    public void Base64(ReadOnlySpan<byte> bytes)
    {
        Raw("\""u8);
        while (bytes.Length > 0)
        {
            // Whole groups of three, so that only the last piece is padded.
            var piece = bytes[..Math.Min(bytes.Length, PieceLength * 3)];
            var span = into.GetSpan(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(piece.Length));
            System.Buffers.Text.Base64.EncodeToUtf8(piece, span, out _, out var written);
            into.Advance(EscapeSlashes(span, written));
            bytes = bytes[piece.Length..];
        }

        Raw("\""u8);
    }

    /// <summary>Writes a text as a string.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        Raw("\""u8);
        while (text.Length > 0)
        {
            var length = Math.Min(text.Length, PieceLength);
            var span = into.GetSpan(length * EscapeBytes);
            var written = 0;
            var i = 0;
            while (i < length)
            {
                var plain = text[i..length].IndexOfAnyExcept(s_plain) is >= 0 and var end ? end : length - i;
                written += Encoding.UTF8.GetBytes(text.Slice(i, plain), span[written..]);
                i += plain;
                if (i < length)
                {
                    written += Escape(text[i++], span[written..]);
                }
            }

            into.Advance(written);
            text = text[length..];
        }

        Raw("\""u8);
    }

    // What is written as it is. Surrogates never are, so that a piece may end between two.
    private static readonly SearchValues<char> s_plain = SearchValues.Create(
        [.. Enumerable.Range(' ', char.MaxValue - ' ' + 1).Select(unit => (char)unit)
            .Where(unit => unit is not ('"' or '\\' or '/' or '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF') && !char.IsSurrogate(unit))]);

    private static int Escape(char unit, Span<byte> into)
    {
        into[0] = (byte)'\\';
        into[1] = unit switch
        {
            '"' or '\\' or '/' => (byte)unit,
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            '\b' => (byte)'b',
            '\f' => (byte)'f',
            _ => (byte)'u',
        };
        if (into[1] != 'u')
        {
            return 2;
        }

        Utf8Formatter.TryFormat((int)unit, into[2..], out _, new StandardFormat('x', 4));
        return EscapeBytes;
    }

    // Base64 has slashes, and the original escapes each.
    private int EscapeSlashes(Span<byte> encoded, int length)
    {
        var slashes = encoded[..length].Count((byte)'/');
        if (slashes == 0)
        {
            return length;
        }

        var plain = encoded[..length].ToArray();
        var span = into.GetSpan(length + slashes);
        var written = 0;
        foreach (var unit in plain)
        {
            if (unit == '/')
            {
                span[written++] = (byte)'\\';
            }

            span[written++] = unit;
        }

        return written;
    }
}
