using System.Text;

namespace SyncGen.OData.Tests;

/// <summary>Feeds in encodings that they do not have, with marks that they should not have, or that break off, are refused; nothing is read for what it is not.</summary>
public sealed class EncodingTests
{
    private const string Json = """{"results":[{"ID":1,"Name":"é","__metadata":{"type":"DefaultScope.Tag","tempId":"t"}}]}""";
    private const string Atom = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:sync="http://odata.org/sync/v1"><entry><sync:tempId>t</sync:tempId><category term='DefaultScope.Tag'/><content><m:properties><d:ID>1</d:ID><d:Name>é</d:Name></m:properties></content></entry></feed>""";

    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    public static TheoryData<string, bool, byte[]> Wrong => new()
    {
        { "Latin-1 for UTF-8", true, Encoding.Latin1.GetBytes(Json) },
        { "Latin-1 for UTF-8", false, Encoding.Latin1.GetBytes(Atom) },
        { "Latin-1 that says UTF-8", false, Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='utf-8'?>" + Atom) },
        { "UTF-8 that says UTF-16", false, Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='utf-16'?>" + Atom) },
        { "UTF-16 that says UTF-8", false, Encoding.Unicode.GetBytes("<?xml version='1.0' encoding='utf-8'?>" + Atom) },
        { "UTF-7, in which signs hide", false, Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='utf-7'?>" + Atom) },
        { "an encoding of mainframes", false, Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='IBM037'?>" + Atom) },
        { "UTF-32", true, Encoding.UTF32.GetBytes(Json) },
        { "UTF-32 with a mark", true, [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Json)] },
        { "two marks", true, [.. s_mark, .. s_mark, .. Encoding.UTF8.GetBytes(Json)] },
        { "two marks", false, [.. s_mark, .. s_mark, .. Encoding.UTF8.GetBytes(Atom)] },
        { "a mark of UTF-16 before UTF-8", true, [0xFF, 0xFE, .. Encoding.UTF8.GetBytes(Json)] },
        { "a mark of UTF-16 before UTF-8", false, [0xFE, 0xFF, .. Encoding.UTF8.GetBytes(Atom)] },
        { "half a mark", true, [0xEF, 0xBB] },
        { "a mark and nothing else", true, s_mark },
        { "a mark and nothing else", false, s_mark },
        { "half a unit of UTF-16", true, Encoding.Unicode.GetBytes(Json)[..^1] },
        { "a half of a pair, as UTF-8 has it not", true, [.. Encoding.UTF8.GetBytes(Json[..24]), 0xED, 0xA0, 0x80, .. Encoding.UTF8.GetBytes(Json[24..])] },
        { "more bytes than the character needs", true, [.. Encoding.UTF8.GetBytes(Json[..24]), 0xC0, 0xAF, .. Encoding.UTF8.GetBytes(Json[24..])] },
        { "more bytes than the character needs", false, [.. Encoding.UTF8.GetBytes(Atom[..^100]), 0xC0, 0xAF, .. Encoding.UTF8.GetBytes(Atom[^100..])] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_encoding_is_refused(string what, bool isJson, byte[] feed)
    {
        var error = await Record.ExceptionAsync(() => Payload.ReadAsync(feed, isJson));

        Assert.True((error as SyncException)?.Code == SyncErrorCode.MalformedData, $"{what}: {error}");
    }

    [Theory]
    [InlineData("upload-request-mixed", true)]
    [InlineData("upload-request-mixed", false)]
    [InlineData("upload-request-alltypes", true)]
    [InlineData("upload-request-alltypes", false)]
    [InlineData("upload-response-conflict-delete-vs-update-serverwins", true)]
    [InlineData("upload-response-conflict-delete-vs-update-serverwins", false)]
    public async Task What_breaks_off_anywhere_is_refused(string name, bool isJson)
    {
        var feed = Payload.Of(name, isJson);
        var end = Array.FindLastIndex(feed, unit => unit > (byte)' ');
        for (var length = 0; length <= end; length++)
        {
            var error = await Record.ExceptionAsync(() => Payload.ReadAsync(feed[..length], isJson));
            Assert.True((error as SyncException)?.Code == SyncErrorCode.MalformedData, $"{length} of {feed.Length} bytes: {error}");
        }
    }
}
