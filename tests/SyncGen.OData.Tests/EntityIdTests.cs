using CsCheck;
using SyncGen.OData.Feeds;
using SyncGen.OData.Tests.Model;

namespace SyncGen.OData.Tests;

/// <summary>Ids come back as the keys that they were made of, whatever a key holds.</summary>
public sealed class EntityIdTests
{
    [Fact]
    public async Task Any_text_comes_back_in_both_formats() => await Gen.String.Array[1, 8].SampleAsync(async codes =>
    {
        var rows = codes.Distinct().Where(code => code.All(unit => !char.IsSurrogate(unit))).Select(code => new StrKey { Code = code }).ToList();
        await RequireSameAsync(rows.ConvertAll(row => (FeedEntry)new FeedEntry<StrKey>(TableOf<StrKey>(), row) { IsDeleted = true }));
    }, iter: 300);

    [Theory]
    [InlineData("it's, a \"key\" = with (all) / of % it")]
    [InlineData("")]
    [InlineData("'")]
    [InlineData("''")]
    [InlineData("a','b")]
    [InlineData("%27")]
    [InlineData("x)/StrKey(Code='y")]
    [InlineData(" \t\r\n\u0001 ")]
    public Task Keys_with_signs_come_back(string code) =>
        RequireSameAsync([new FeedEntry<StrKey>(TableOf<StrKey>(), new StrKey { Code = code }) { IsDeleted = true }]);

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public Task Long_keys_come_back(long id) =>
        RequireSameAsync([new FeedEntry<LongKey>(TableOf<LongKey>(), new LongKey { ID = id }) { IsDeleted = true }]);

    [Theory]
    [InlineData("http://host/DefaultScopeSyncService.svc/LongKey(ID=5)")]
    [InlineData("http://host/DefaultScopeSyncService.svc/LongKey(ID=5L)")]
    [InlineData("https://elsewhere:8443/moved/LongKey(5)")]
    [InlineData("LongKey/(ID=5)")]
    [InlineData("http://host/LongKey( ID = 5 )")]
    public async Task Forms_of_an_id(string id)
    {
        var feed = await Payload.ReadAsync($$$"""{"results":[{"__metadata":{"uri":"{{{id}}}","type":"DefaultScope.LongKey","isDeleted":true}}]}""", isJson: true);

        Assert.Equal(5, ((FeedEntry<LongKey>)Assert.Single(feed.Entries)).Row.ID);
        Assert.Equal(id, feed.Entries[0].Id);
    }

    [Theory]
    [InlineData("LongKey")]
    [InlineData("LongKey(")]
    [InlineData("LongKey()")]
    [InlineData("LongKey(ID=)")]
    [InlineData("LongKey(ID=x)")]
    [InlineData("LongKey(Id=5)")]
    [InlineData("LongKey(ID=5, ID=5)")]
    [InlineData("LongKey(ID=5, Value='x')")]
    [InlineData("LongKey(ID='5)")]
    [InlineData("LongKey(ID=9223372036854775808)")]
    [InlineData("Tag(ID=5)")]
    [InlineData("NotLongKey(ID=5)")]
    public async Task What_is_no_id_is_refused(string id)
    {
        var error = await Assert.ThrowsAsync<SyncException>(() =>
            Payload.ReadAsync($$$"""{"results":[{"__metadata":{"uri":"{{{id}}}","type":"DefaultScope.LongKey","isDeleted":true}}]}""", isJson: true));

        Assert.Equal(SyncErrorCode.MalformedData, error.Code);
        Assert.Contains("LongKey", error.Message, StringComparison.Ordinal);
    }

    private static async Task RequireSameAsync(List<FeedEntry> entries)
    {
        var expected = entries.ConvertAll(entry => Key(entry));
        foreach (var isJson in new[] { true, false })
        {
            var feed = await Payload.ReadAsync(await Payload.WriteAsync(default, entries, isJson), isJson);
            Assert.Equal(expected, feed.Entries.Select(entry => Key(entry)));
        }
    }

    private static object Key(FeedEntry entry) => entry is FeedEntry<StrKey> text ? text.Row.Code : ((FeedEntry<LongKey>)entry).Row.ID;

    private static SyncGen.Model.SyncTable<TRow> TableOf<TRow>()
        where TRow : class => DefaultScope.Definition.Tables.OfType<SyncGen.Model.SyncTable<TRow>>().Single();
}
