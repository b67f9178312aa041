using System.Text;
using SyncGen.OData.Feeds;

namespace SyncGen.OData.Tests;

/// <summary>What is sent to do harm ends in an error that says what is wrong, before it costs much.</summary>
public sealed class HostileTests
{
    private const string Open = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:sync="http://odata.org/sync/v1">""";

    private static readonly FeedLimits s_small = new() { BytesMax = 1 << 20, EntryBytesMax = 1 << 16, EntriesMax = 10, DepthMax = 16 };

    public static TheoryData<string, bool, SyncErrorCode> Feeds => new()
    {
        // External entities, and entities that grow.
        { "<!DOCTYPE feed [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + Open + "<sync:serverBlob>&x;</sync:serverBlob></feed>", false, SyncErrorCode.MalformedData },
        { "<!DOCTYPE feed [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" + Open + "<id>&b;</id></feed>", false, SyncErrorCode.MalformedData },
        { Open + "<id>&unknown;</id></feed>", false, SyncErrorCode.MalformedData },
        // Depth.
        { Open + string.Concat(Enumerable.Repeat("<a>", 40)) + string.Concat(Enumerable.Repeat("</a>", 40)) + "</feed>", false, SyncErrorCode.LimitExceeded },
        { """{"d":{"x":""" + new string('[', 40) + new string(']', 40) + "}}", true, SyncErrorCode.MalformedData },
        { """{"results":[{"__metadata":{"type":"DefaultScope.Tag","tempId":"t"},"x":""" + new string('[', 40) + new string(']', 40) + "}]}", true, SyncErrorCode.MalformedData },
        { Open + Nested(30) + "</feed>", false, SyncErrorCode.LimitExceeded },
        // Size.
        { Open + "<id>" + new string('x', 1 << 20) + "</id></feed>", false, SyncErrorCode.LimitExceeded },
        { Open + "<entry><content><m:properties><d:Name>" + new string('x', 1 << 17) + "</d:Name></m:properties></content></entry></feed>", false, SyncErrorCode.LimitExceeded },
        { """{"results":[{"Name":" """ + new string('x', 1 << 17) + "\"}]}", true, SyncErrorCode.LimitExceeded },
        { """{"results":[""" + string.Join(',', Enumerable.Repeat("""{"ID":1,"__metadata":{"type":"DefaultScope.Tag","tempId":"t"}}""", 11)) + "]}", true, SyncErrorCode.LimitExceeded },
        { Open + "<entry " + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i}='' ")) + "/></feed>", false, SyncErrorCode.LimitExceeded },
        // Twice the same.
        { """{"results":[{"ID":1,"ID":2,"__metadata":{"type":"DefaultScope.Tag","tempId":"t"}}]}""", true, SyncErrorCode.MalformedData },
        { Open + "<entry><sync:tempId>t</sync:tempId><category term='DefaultScope.Tag'/><content><m:properties><d:ID>1</d:ID><d:ID>2</d:ID></m:properties></content></entry></feed>", false, SyncErrorCode.MalformedData },
        // What is no such feed.
        { "", true, SyncErrorCode.MalformedData },
        { "", false, SyncErrorCode.MalformedData },
        { "[]", true, SyncErrorCode.MalformedData },
        { "null", true, SyncErrorCode.MalformedData },
        { """{"results":[1]}""", true, SyncErrorCode.MalformedData },
        { """{"results":[]} {}""", true, SyncErrorCode.MalformedData },
        { """{"__sync":{"serverBlob":"*"}}""", true, SyncErrorCode.MalformedData },
        { """{"__sync":{"serverBlob":{}}}""", true, SyncErrorCode.MalformedData },
        { """{"results":[{"ID":1}]}""", true, SyncErrorCode.MalformedData },
        { """{"results":[{"ID":1,"__metadata":{"type":"DefaultScope.Tag"}}]}""", true, SyncErrorCode.MalformedData },
        { """{"results":[{"ID":1,"__metadata":{"type":"DefaultScope.Tag","uri":"","isDeleted":true}}]}""", true, SyncErrorCode.MalformedData },
        { """{"results":[{"ID":null,"__metadata":{"type":"DefaultScope.Tag","tempId":"t"}}]}""", true, SyncErrorCode.MalformedData },
        { """{"results":[{"ID":99999999999999999999,"__metadata":{"type":"DefaultScope.Tag","tempId":"t"}}]}""", true, SyncErrorCode.MalformedData },
        { """{"results":[{"ID":1,"__metadata":{"type":"DefaultScope.Nothing","tempId":"t"}}]}""", true, SyncErrorCode.MalformedData },
        { """{"results":[{"ID":1,"__metadata":{"type":"DefaultScope.Tag","tempId":"t"},"__syncConflict":{"conflictResolution":"ServerWins"}}]}""", true, SyncErrorCode.MalformedData },
        { """{"results":[{"ID":1,"__metadata":{"type":"DefaultScope.Tag","tempId":"t"},"__syncConflict":{"conflictResolution":"2","conflictingChange":7}}]}""", true, SyncErrorCode.MalformedData },
        { """{"\ud800":1}""" + "x", true, SyncErrorCode.MalformedData },
        { "<html/>", false, SyncErrorCode.MalformedData },
        { "<feed/>", false, SyncErrorCode.MalformedData },
        { Open + "</feed>x", false, SyncErrorCode.MalformedData },
        { Open + "<entry/></feed>", false, SyncErrorCode.MalformedData },
        { Open + "<sync:serverBlob><b/></sync:serverBlob></feed>", false, SyncErrorCode.MalformedData },
        { Open + "<sync:moreChangesAvailable>perhaps</sync:moreChangesAvailable></feed>", false, SyncErrorCode.MalformedData },
        { """<?xml version="1.0" encoding="no-such-encoding"?>""" + Open + "</feed>", false, SyncErrorCode.MalformedData },
    };

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Each_ends_in_an_error(string feed, bool isJson, SyncErrorCode code)
    {
        var error = await Assert.ThrowsAsync<SyncException>(() => Payload.ReadAsync(Encoding.UTF8.GetBytes(feed), isJson, s_small));

        Assert.Equal(code, error.Code);
        Assert.InRange(error.Message.Length, 10, 500);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bytes_that_are_no_characters_are_refused(bool isJson)
    {
        var text = isJson
            ? """{"results":[{"ID":1,"Name":"*","__metadata":{"type":"DefaultScope.Tag","tempId":"t"}}]}"""
            : Open + "<entry><sync:tempId>t</sync:tempId><category term='DefaultScope.Tag'/><content><m:properties><d:Name>*</d:Name></m:properties></content></entry></feed>";
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[Array.IndexOf(bytes, (byte)'*')] = 0xFF;

        var error = await Assert.ThrowsAsync<SyncException>(() => Payload.ReadAsync(bytes, isJson));

        Assert.Equal(SyncErrorCode.MalformedData, error.Code);
    }

    [Theory]
    [InlineData("<sync:syncError><sync:errorDescription>why</sync:errorDescription><sync:changeInError>*</sync:changeInError></sync:syncError>", false)]
    [InlineData("<sync:syncConflict><sync:conflictResolution>ServerWins</sync:conflictResolution><sync:conflictingChange>*</sync:conflictingChange></sync:syncConflict>", false)]
    [InlineData(""","__syncError":{"errorDescription":"why","changeInError":*}""", true)]
    [InlineData(""","__syncConflict":{"conflictResolution":"2","conflictingChange":*}""", true)]
    public async Task An_entry_has_one_conflict_and_one_error(string detail, bool isJson)
    {
        string EntryWith(string details) => isJson
            ? $$"""{"ID":1,"__metadata":{"type":"DefaultScope.Tag","tempId":"t"}{{details}}}"""
            : $"<entry><sync:tempId>t</sync:tempId><category term='DefaultScope.Tag'/><content><m:properties><d:ID>1</d:ID></m:properties></content>{details}</entry>";
        byte[] FeedOf(string entry) => Encoding.UTF8.GetBytes(isJson ? $$"""{"results":[{{entry}}]}""" : $"{Open}{entry}</feed>");
        var known = detail.Replace("*", EntryWith(""), StringComparison.Ordinal);

        await Payload.ReadAsync(FeedOf(EntryWith(known)), isJson);
        var error = await Assert.ThrowsAsync<SyncException>(() => Payload.ReadAsync(FeedOf(EntryWith(known + known)), isJson));

        Assert.Equal(SyncErrorCode.MalformedData, error.Code);
        Assert.Contains("more than one", error.Message, StringComparison.Ordinal);
    }

    private static string Nested(int depth)
    {
        var entry = "<entry><sync:tempId>t</sync:tempId><category term='DefaultScope.Tag'/></entry>";
        for (var i = 0; i < depth; i++)
        {
            entry = $"<entry><sync:tempId>t</sync:tempId><category term='DefaultScope.Tag'/><sync:syncError><sync:changeInError>{entry}</sync:changeInError></sync:syncError></entry>";
        }

        return entry;
    }
}
