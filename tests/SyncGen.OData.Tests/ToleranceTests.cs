using System.Text;
using SyncGen.OData.Feeds;
using SyncGen.OData.Tests.Model;

namespace SyncGen.OData.Tests;

/// <summary>What clients were seen to send beside the original's own forms is read too.</summary>
public sealed class ToleranceTests
{
    private static readonly Guid s_id = Guid.Parse("22222222-2222-2222-2222-222222222222");

    [Theory]
    [InlineData("\"2010-11-01T08:30:00.0000000\"")]
    [InlineData("\"2010-11-01T08:30:00\"")]
    [InlineData("\"2010-11-01T08:30:00Z\"")]
    [InlineData("\"2010-11-01T09:30:00+01:00\"")]
    [InlineData("\"2010-11-01T08:30\"")]
    [InlineData("\"2010-11-01 08:30:00.000\"")]
    [InlineData("\"\\/Date(1288600200000)\\/\"")]
    [InlineData("\"/Date(1288600200000+0100)/\"")]
    [InlineData("\"datetime'2010-11-01T08:30:00'\"")]
    public async Task Times_of_day(string json)
    {
        var row = Single<Item>(await Payload.ReadAsync(Results($$$"""{"ID":"{{{s_id}}}","StartDate":{{{json}}},"__metadata":{"tempId":"t","type":"DefaultScope.Item"}}"""), isJson: true));

        Assert.Equal(new DateTime(2010, 11, 1, 8, 30, 0), row.StartDate);
    }

    [Theory]
    [InlineData("DateTimeOffsetV", "\"datetimeoffset'2010-07-21T20:03:28.1234567-07:00'\"")]
    [InlineData("DateTimeOffsetV", "\"2010-07-21T20:03:28.1234567-07:00\"")]
    [InlineData("DateTimeOffsetV", "\"2010-07-22T03:03:28.1234567Z\"")]
    [InlineData("TimeV", "\"time'13:14:15'\"")]
    [InlineData("TimeV", "\"13:14:15\"")]
    [InlineData("TimeV", "\"PT13H14M15S\"")]
    [InlineData("IntV", "\"7\"")]
    [InlineData("IntV", " 7 ")]
    [InlineData("DecimalV", "1.5e1")]
    [InlineData("DecimalV", "\"15\"")]
    [InlineData("BoolV", "\"TRUE\"")]
    [InlineData("DoubleV", "\"INF\"")]
    [InlineData("GuidV", "\"{11111111-1111-1111-1111-111111111111}\"")]
    [InlineData("GuidV", "\"guid'11111111-1111-1111-1111-111111111111'\"")]
    [InlineData("StringV", "12.50")]
    [InlineData("BinaryV", "\"AA EC\\nAw==\"")]
    public async Task Values_in_other_forms(string property, string json)
    {
        var row = Single<AllTypes>(await Payload.ReadAsync(Results($$$"""{"ID":1,"{{{property}}}":{{{json}}},"__metadata":{"tempId":"t","type":"AllTypes"}}"""), isJson: true));

        var (expected, actual) = property switch
        {
            "DateTimeOffsetV" => ((object?)new DateTimeOffset(2010, 7, 22, 3, 3, 28, TimeSpan.Zero).AddTicks(1_234_567), (object?)row.DateTimeOffsetV),
            "TimeV" => (new TimeSpan(13, 14, 15), row.TimeV),
            "IntV" => (7, row.IntV),
            "DecimalV" => (15m, row.DecimalV),
            "BoolV" => (true, row.BoolV),
            "DoubleV" => (double.PositiveInfinity, row.DoubleV),
            "GuidV" => (Guid.Parse("11111111-1111-1111-1111-111111111111"), row.GuidV),
            "StringV" => ("12.50", row.StringV),
            "BinaryV" => (new byte[] { 0, 1, 2, 3 }, row.BinaryV),
            _ => throw new ArgumentOutOfRangeException(nameof(property), property, "Say here what it is to be."),
        };
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("""{"results":[ITEM],"__sync":{"serverBlob":"YQ=="}}""")]
    [InlineData("""{"d":{"results":[],"__sync":{"serverBlob":"YQ==","other":{"a":[1]}},"results":[ITEM],"__count":"1"}}""")]
    [InlineData("""  { "x" : null , "d" : { "results" : [ ITEM ] , "__sync":{"syncServerBlob":" Y Q = = "} } }  """)]
    public async Task Members_in_any_order(string json)
    {
        var feed = await Payload.ReadAsync(json.Replace("ITEM", """{"__metadata":{"type":"My.Namespace.Tag","tempid":"t","future":{}},"Name":"x","ID":"3","More":[{"a":{}}],"Other":{}}""", StringComparison.Ordinal), isJson: true);

        Assert.Equal("a"u8.ToArray(), feed.Blob);
        Assert.False(feed.MoreChangesAvailable);
        Assert.Equal(new Tag { ID = 3, Name = "x" }, Single<Tag>(feed));
        Assert.Equal("t", feed.Entries[0].TempId);
    }

    [Fact]
    public async Task Names_of_the_documents_in_Atom()
    {
        var feed = await Payload.ReadAsync(Feed("""
            <entry><content type="application/xml"><m:properties><d:ID>3</d:ID><d:Name>  spaces  </d:Name><x:Name xmlns:x="urn:x">no</x:Name></m:properties></content>
            <doc:tempid>t</doc:tempid><category term="other"/><category term="My.Tag"/><!-- c --><?p i?></entry>
            <at:deleted-entry ref="http://elsewhere:8080/x.svc/Tag(ID=4)" when="2011-01-01T00:00:00Z"><doc:category>DefaultScope.Tag</doc:category></at:deleted-entry>
            <doc:serverBlob>null</doc:serverBlob><doc:resolveConflicts>0</doc:resolveConflicts><doc:moreChangesAvailable>1</doc:moreChangesAvailable>
            """), isJson: false);

        Assert.Equal([], feed.Blob!);
        Assert.True(feed.MoreChangesAvailable);
        Assert.False(feed.ResolveConflicts);
        Assert.Equal(2, feed.Entries.Count);
        Assert.Equal(new Tag { ID = 3, Name = "  spaces  " }, ((FeedEntry<Tag>)feed.Entries[0]).Row);
        Assert.Equal((4, true), (((FeedEntry<Tag>)feed.Entries[1]).Row.ID, feed.Entries[1].IsDeleted));
    }

    [Fact]
    public async Task A_property_that_is_missing_has_its_default()
    {
        var row = Single<Item>(await Payload.ReadAsync(Results("""{"__metadata":{"tempId":"t","type":"DefaultScope.Item"}}"""), isJson: true));

        Assert.Equal(new Item(), row);
    }

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", false }, { "utf-16", true }, { "utf-16BE", false }, { "utf-16BE", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Encodings_of_json(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.Preamble : [], .. encoding.GetBytes(Results("""{"ID":3,"Name":"é漢😀","__metadata":{"tempId":"t","type":"DefaultScope.Tag"}}"""))];

        Assert.Equal(new Tag { ID = 3, Name = "é漢😀" }, Single<Tag>(await Payload.ReadAsync(bytes, isJson: true, chunk: 1)));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Encodings_of_Atom(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"""<?xml version="1.0" encoding="{(name == "utf-8" ? "utf-8" : "utf-16")}"?>{Feed("<entry><sync:tempId>t</sync:tempId><category term='DefaultScope.Tag'/><content><m:properties><d:ID>3</d:ID><d:Name>é漢😀</d:Name></m:properties></content></entry>")}""";
        byte[] bytes = [.. hasMark ? encoding.Preamble : [], .. encoding.GetBytes(text)];

        Assert.Equal(new Tag { ID = 3, Name = "é漢😀" }, Single<Tag>(await Payload.ReadAsync(bytes, isJson: false, chunk: 1)));
    }

    private static TRow Single<TRow>(ReadFeed feed)
        where TRow : class => ((FeedEntry<TRow>)Assert.Single(feed.Entries)).Row;

    private static string Results(string entries) => $$$"""{"d":{"__sync":{"serverBlob":""},"results":[{{{entries}}}]}}""";

    private static string Feed(string content) => $"""
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:sync="http://odata.org/sync/v1" xmlns:doc="http://odata.org/Sync/V1">{content}</feed>
        """;
}
