using System.Text;
using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;
using SyncGen.OData.Tests.Model;

namespace SyncGen.OData.Tests;

/// <summary>Clients that know a property by a name of before are understood.</summary>
public sealed class FormerNameTests
{
    private static readonly WireSchema s_schema = new(
        new SyncScope(DefaultScope.Definition.Name, "0", [new RenamedTable<Tag>(
            (SyncTable<Tag>)DefaultScope.Definition.Tables.Single(table => table.RowType == typeof(Tag)),
            new Dictionary<string, string[]> { ["ID"] = ["Number"], ["Name"] = ["Title", "Heading", "ID"] })]),
        "DefaultScope");

    [Theory]
    [InlineData("""{"ID":3,"Name":"now"}""", 3, "now")]
    [InlineData("""{"ID":3,"Title":"before"}""", 3, "before")]
    [InlineData("""{"Number":4,"Heading":"long ago"}""", 4, "long ago")]
    [InlineData("""{"ID":3,"Title":"before","Name":"now"}""", 3, "now")]
    [InlineData("""{"ID":3,"Name":"now","Title":"before"}""", 3, "now")]
    [InlineData("""{"Number":4,"ID":3,"Heading":"long ago","Title":"before","Unknown":1}""", 3, "long ago")]
    public async Task Name_of_before_counts_where_the_one_of_now_is_lacking(string json, int id, string name)
    {
        foreach (var isJson in new[] { true, false })
        {
            var entry = await ReadAsync(isJson ? Json(json) : Atom(json), isJson);

            Assert.Equal((id, name), (entry.Row.ID, entry.Row.Name));
        }
    }

    [Fact]
    public async Task Tombstone_names_its_key_as_before()
    {
        var entry = await ReadAsync(
            """{"d":{"__sync":{"serverBlob":""},"results":[{"__metadata":{"uri":"http://x/Tag(Number=7)","type":"DefaultScope.Tag","isDeleted":true}}]}}""", isJson: true);

        Assert.Equal((7, true), (entry.Row.ID, entry.IsDeleted));
    }

    [Fact]
    public async Task Name_of_now_still_may_not_come_twice() =>
        await Assert.ThrowsAsync<SyncException>(() => ReadAsync(Json("""{"ID":3,"Name":"a","Title":"b","Name":"c"}"""), isJson: true));

    private static async Task<FeedEntry<Tag>> ReadAsync(string text, bool isJson)
    {
        await using var body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await using var reader = await Feed.OpenAsync(isJson ? FeedFormat.Json : FeedFormat.Atom, s_schema, body, FeedLimits.Default, CancellationToken.None);
        return (FeedEntry<Tag>)(await reader.ReadAsync(CancellationToken.None))!;
    }

    private static string Json(string properties) =>
        $$$"""{"d":{"__sync":{"serverBlob":""},"results":[{"__metadata":{"tempId":"t","type":"DefaultScope.Tag"},{{{properties.TrimStart('{')}}}]}}""";

    private static string Atom(string properties)
    {
        using var document = System.Text.Json.JsonDocument.Parse(properties);
        var written = string.Concat(document.RootElement.EnumerateObject().Select(one => $"<d:{one.Name}>{one.Value}</d:{one.Name}>"));
        return $"""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices"
                  xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:s="http://odata.org/sync/v1">
              <entry><s:tempId>t</s:tempId><category term="DefaultScope.Tag" /><content><m:properties>{written}</m:properties></content></entry>
            </feed>
            """;
    }
}
