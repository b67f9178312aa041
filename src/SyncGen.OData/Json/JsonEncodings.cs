using System.Text;

namespace SyncGen.OData.Json;

/// <summary>Finds out in which encoding a JSON text comes: JSON begins with a character of ASCII, so that its first bytes tell.</summary>
internal static class JsonEncodings
{
    /// <summary>The text as UTF-8, without a byte order mark.</summary>
    public static async ValueTask<Stream> ToUtf8Async(Stream text, CancellationToken cancellationToken)
    {
        var first = new byte[3];
        var read = await text.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken);
        var (encoding, mark) = first switch
        {
            [0xEF, 0xBB, 0xBF] => (null, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [not 0, 0, ..] => (Encoding.Unicode, 0),
            [0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
            _ => ((Encoding?)null, 0),
        };
        mark = Math.Min(mark, read);
        var whole = new PrefixedStream(first.AsMemory(mark, read - mark), text);
        return encoding is null
            ? whole
            : Encoding.CreateTranscodingStream(whole, Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback), Encoding.UTF8, leaveOpen: true);
    }
}
