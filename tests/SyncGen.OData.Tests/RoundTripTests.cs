using System.Globalization;
using SyncGen.OData.Feeds;
using SyncGen.OData.Tests.Model;
using Xunit.Abstractions;

namespace SyncGen.OData.Tests;

/// <summary>Rows with any values come back as they were, but for what a format cannot hold.</summary>
public sealed class RoundTripTests(ITestOutputHelper output)
{
    private const int Rows = 400;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_come_back(bool isJson)
    {
        var seed = Environment.GetEnvironmentVariable("SYNCGEN_SEED") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"SYNCGEN_SEED={seed.ToString(CultureInfo.InvariantCulture)}");
        var random = new Random(seed);
        var table = DefaultScope.Definition.Tables.OfType<SyncGen.Model.SyncTable<AllTypes>>().Single();
        var entries = Enumerable.Range(0, Rows).Select(i => (FeedEntry)new FeedEntry<AllTypes>(table, RandomRows.AllTypes(i, random)) { TempId = i % 3 == 0 ? $"t{i}" : null }).ToList();
        var blob = new byte[random.Next(1, 10_000)];
        random.NextBytes(blob);

        var feed = await Payload.ReadAsync(await Payload.WriteAsync(new FeedHead(blob, true), entries, isJson), isJson, chunk: random.Next(1, 5_000));

        Assert.True(feed.MoreChangesAvailable);
        Assert.Equal(blob, feed.Blob);
        Assert.Equal(entries.Select(entry => Shown(entry, isJson)), feed.Entries.Select(entry => Shown(entry, isJson)));
    }

    [Fact]
    public async Task Halves_of_pairs_and_control_characters_travel_as_json()
    {
        var table = DefaultScope.Definition.Tables.OfType<SyncGen.Model.SyncTable<Tag>>().Single();
        var entry = new FeedEntry<Tag>(table, new Tag { ID = 1, Name = "\uD800 \u0001 \0 \uFFFE" });

        var feed = await Payload.ReadAsync(await Payload.WriteAsync(default, [entry], isJson: true), isJson: true);

        Assert.Equal(entry.Row, ((FeedEntry<Tag>)Assert.Single(feed.Entries)).Row);
    }

    [Fact]
    public async Task What_XML_lacks_is_named()
    {
        var table = DefaultScope.Definition.Tables.OfType<SyncGen.Model.SyncTable<Tag>>().Single();
        var entry = new FeedEntry<Tag>(table, new Tag { ID = 1, Name = "\u0001" });

        var error = await Assert.ThrowsAsync<SyncException>(() => Payload.WriteAsync(default, [entry], isJson: false));

        Assert.Equal(SyncErrorCode.UnstorableValue, error.Code);
        Assert.Contains("'Name'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Atom_feed_has_an_id_of_its_own_in_the_original_form()
    {
        var first = AtomId(await Payload.WriteAsync(default, [], isJson: false));
        var second = AtomId(await Payload.WriteAsync(default, [], isJson: false));

        Assert.True(Guid.TryParseExact(first, "B", out _), first);
        Assert.NotEqual(first, second);
    }

    private static string AtomId(byte[] feed) =>
        System.Xml.Linq.XElement.Load(new MemoryStream(feed)).Element(System.Xml.Linq.XName.Get("id", "http://www.w3.org/2005/Atom"))!.Value;

    // Ids are given to what has none.
    private static string Shown(FeedEntry entry, bool isCoarse)
    {
        var shown = Canonical.Entry(entry, isCoarse);
        return $"{entry.TempId} {shown[shown.IndexOf('{', StringComparison.Ordinal)..]}";
    }
}
