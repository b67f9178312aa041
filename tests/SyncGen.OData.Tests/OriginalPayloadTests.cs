using System.Text;
using SyncGen.OData.Feeds;

namespace SyncGen.OData.Tests;

/// <summary>What the original toolkit wrote is read, and written again in the same shape.</summary>
public sealed class OriginalPayloadTests
{
    public static TheoryData<string, bool> All
    {
        get
        {
            var all = new TheoryData<string, bool>();
            foreach (var name in Payload.Names)
            {
                all.Add(name, false);
                all.Add(name, true);
            }

            return all;
        }
    }

    [Fact]
    public void There_are_payloads() => Assert.Equal(25, Payload.Names.Count);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_is_read_and_written_in_the_same_shape(string name, bool isJson)
    {
        var original = Payload.Of(name, isJson);
        var feed = await Payload.ReadAsync(original, isJson);
        var written = Encoding.UTF8.GetString(await Payload.WriteAsync(feed.Head, feed.Entries, isJson));
        var text = Encoding.UTF8.GetString(original).TrimStart('\uFEFF');

        if (isJson)
        {
            Assert.Equal(text, written);
        }
        else
        {
            Assert.Equal(Canonical.Atom(text), Canonical.Atom(written));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Both_formats_say_the_same(string name, bool isJson)
    {
        var atom = await Payload.ReadAsync(Payload.Of(name, false), false);
        var json = await Payload.ReadAsync(Payload.Of(name, true), true);

        Assert.Equal(atom.MoreChangesAvailable, json.MoreChangesAvailable);
        Assert.Equal(atom.Blob, json.Blob);
        Assert.Equal(atom.Entries.Select(entry => Shown(entry)), json.Entries.Select(entry => Shown(entry)));
        Assert.NotNull(isJson ? json.Blob : atom.Blob);

        // The original's Atom writer makes one line feed of a carriage return and a line feed.
        static string Shown(FeedEntry entry) => Canonical.Entry(entry, isCoarse: true).Replace("\\u000d", "", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_is_read_alike_however_it_arrives(string name, bool isJson)
    {
        var whole = await Payload.ReadAsync(Payload.Of(name, isJson), isJson);
        var pieces = await Payload.ReadAsync(Payload.Of(name, isJson), isJson, chunk: 1);

        Assert.Equal(whole.Entries.Select(entry => Canonical.Entry(entry, isCoarse: false)), pieces.Entries.Select(entry => Canonical.Entry(entry, isCoarse: false)));
        Assert.Equal(whole.Blob, pieces.Blob);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_that_breaks_off_is_malformed(string name, bool isJson)
    {
        var original = Payload.Of(name, isJson);
        for (var length = 0; length < original.Length; length++)
        {
            var error = await Assert.ThrowsAsync<SyncException>(() => Payload.ReadAsync(original[..length], isJson));
            Assert.Equal(SyncErrorCode.MalformedData, error.Code);
        }
    }
}
