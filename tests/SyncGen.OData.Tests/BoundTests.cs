using System.Buffers;
using System.Text;
using MessagePack;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.OData.Encodings;
using SyncGen.OData.Feeds;
using SyncGen.OData.Tests.Model;
using SyncGen.Providers;
using SyncGen.Testing.Mutations;
using SyncGen.Versions;
using Xunit.Abstractions;

namespace SyncGen.OData.Tests;

/// <summary>What is small on the way is not large in memory, nor does it take long: whatever is sent costs in proportion to its size.</summary>
public sealed class BoundTests(ITestOutputHelper output)
{
    private const int Many = 1_000_000;
    private const string Open = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:sync="http://odata.org/sync/v1" xmlns:at="http://purl.org/atompub/tombstones/1.0">""";

    private static readonly MemoryBound s_feedBound = new(PerByte: 60, Always: 256 << 10);
    private static readonly LeafState s_leaf = new(new ReplicaId(7), new ReplicaId(8), 5, 6, 7, "f", null, null);

    public static TheoryData<string, bool, SyncErrorCode?> Feeds => new()
    {
        { "attributes, each of another name", false, SyncErrorCode.LimitExceeded },
        { "attributes of one name", false, SyncErrorCode.LimitExceeded },
        { "attributes in namespaces", false, SyncErrorCode.LimitExceeded },
        { "a long attribute", false, null },
        { "elements, each of another name", false, null },
        { "signs in an id", false, SyncErrorCode.MalformedData },
        { "signs in an id", true, SyncErrorCode.MalformedData },
        { "commas in an id", true, SyncErrorCode.MalformedData },
        { "parentheses in an id", true, SyncErrorCode.MalformedData },
        { "quotes in an id", true, SyncErrorCode.MalformedData },
        { "members", true, SyncErrorCode.MalformedData },
        { "a long number", true, SyncErrorCode.MalformedData },
        { "a long text that is no time", true, SyncErrorCode.MalformedData },
    };

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Feed_takes_memory_in_proportion(string what, bool isJson, SyncErrorCode? code)
    {
        var feed = Encoding.UTF8.GetBytes(FeedWith(what, isJson));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Record.Exception(() => Payload.ReadAsync(feed, isJson).GetAwaiter().GetResult());

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{feed.Length} bytes took {allocated}: {error?.Message}");
        Assert.Equal(code, (error as SyncException)?.Code);
        Assert.InRange(allocated, 0, s_feedBound.Of(feed.Length));
    }

    [Fact]
    public void Rows_of_a_batch_are_counted_before_there_is_room_for_them()
    {
        var table = DefaultScope.Definition.Tables.OfType<SyncTable<AllTypes>>().Single();
        var edits = new TableEdits<AllTypes>(table);
        edits.Edits.AddRange(Enumerable.Range(1, 100_000).Select(i => new RowEdit<AllTypes>(new AllTypes { ID = 1 }, IsDeleted: true, i, 0, 0)));
        var target = new ArrayBufferWriter<byte>();
        CompactFormat.Write(target, DefaultScope.Definition, new UploadCall(s_leaf, new EditBatch([edits], 100_000, 0)));
        var message = target.WrittenMemory;
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<SyncException>(() => CompactFormat.ReadUploadCall(message, DefaultScope.Definition, new FeedLimits { EntriesMax = 99_999 }));

        Assert.Equal(SyncErrorCode.LimitExceeded, error.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, message.Length + (64 << 10));
        Assert.Equal(100_000, CompactFormat.ReadUploadCall(message, DefaultScope.Definition, new FeedLimits { EntriesMax = 100_000 }).Batch.Count);
    }

    [Fact]
    public void Rows_that_are_said_to_follow_take_no_memory()
    {
        var target = new ArrayBufferWriter<byte>();
        CompactFormat.Write(target, DefaultScope.Definition, new UploadCall(s_leaf, new EditBatch([new TableEdits<Tag>(DefaultScope.Definition.Tables.OfType<SyncTable<Tag>>().Single())], 5, 0)));
        // As many kinds of rows as there are bytes, and none of the numbers that belong to them.
        var message = target.WrittenSpan.ToArray();
        var kinds = Array.LastIndexOf(message, (byte)0xC4, message.Length - 5);
        var forged = new ArrayBufferWriter<byte>();
        forged.Write(message.AsSpan(0, kinds));
        var writer = new MessagePackWriter(forged);
        writer.Write(new byte[Many]);
        writer.WriteArrayHeader(3);
        writer.WriteArrayHeader(1);
        writer.Write(0L);
        writer.Write(0L);
        writer.Write(0L);
        writer.Flush();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<SyncException>(() => CompactFormat.ReadUploadCall(forged.WrittenMemory, DefaultScope.Definition, new FeedLimits { EntriesMax = int.MaxValue }));

        Assert.True(error.Message.Contains($"1 values where {Many} belong", StringComparison.Ordinal), error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Many);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("br")]
    [InlineData("gzip")]
    public void Bomb_is_given_up_at_the_limit(string coding)
    {
        using var bomb = new MemoryStream();
        using (var pack = ContentCoding.Compress(coding, bomb))
        {
            for (var i = 0; i < 200; i++)
            {
                pack.Write(new byte[1 << 20]);
            }
        }

        bomb.Position = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var unpacked = ContentCoding.Decompress(coding, bomb);

        var error = Assert.Throws<SyncException>(() => new LimitedStream(unpacked, 1 << 20).CopyTo(Stream.Null));

        Assert.Equal(SyncErrorCode.LimitExceeded, error.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Window_that_few_bytes_ask_for_has_a_bound()
    {
        // A frame of one byte, whose head asks for a window of 8 MiB, and of 128 MiB.
        byte[] Frame(int windowLog) => [0x28, 0xB5, 0x2F, 0xFD, 0x00, (byte)((windowLog - 10) << 3), 0x09, 0x00, 0x00, (byte)'a'];
        using var allowed = ContentCoding.Decompress("zstd", new MemoryStream(Frame(23)));
        using var refused = ContentCoding.Decompress("zstd", new MemoryStream(Frame(27)));

        Assert.Equal('a', allowed.ReadByte());
        Assert.Equal(SyncErrorCode.MalformedData, Assert.Throws<SyncException>(() => refused.ReadByte()).Code);
    }

    private static string FeedWith(string what, bool isJson) => what switch
    {
        "attributes, each of another name" => $"{Open}<entry {string.Concat(Enumerable.Range(0, Many).Select(i => $"a{i}='' "))}/></feed>",
        "attributes of one name" => $"{Open}<entry {string.Concat(Enumerable.Repeat("a='' ", Many))}/></feed>",
        "attributes in namespaces" => $"{Open}<entry {string.Concat(Enumerable.Range(0, Many).Select(i => $"xmlns:a{i}='x' "))}/></feed>",
        "a long attribute" => $"{Open}<link href='{new string('x', Many)}'/></feed>",
        "elements, each of another name" => $"{Open}{string.Concat(Enumerable.Range(0, Many / 10).Select(i => $"<a{i}/>"))}</feed>",
        "signs in an id" => Gone($"LongKey({new string('=', Many)})", isJson),
        "commas in an id" => Gone($"LongKey({new string(',', Many)})", isJson),
        "parentheses in an id" => Gone($"LongKey{new string('(', Many)})", isJson),
        "quotes in an id" => Gone($"LongKey(ID={new string('\'', Many)})", isJson),
        "members" => $$$"""{"results":[{"__metadata":{"type":"Tag","tempId":"t"},{{{string.Join(',', Enumerable.Repeat("\"ID\":1", Many / 10))}}}}]}""",
        "a long number" => $$$"""{"results":[{"__metadata":{"type":"Tag","tempId":"t"},"ID":1{{{new string('0', Many)}}}}]}""",
        "a long text that is no time" => $$$"""{"results":[{"__metadata":{"type":"AllTypes","tempId":"t"},"ID":1,"DateTimeV":"{{{new string('1', Many)}}}"}]}""",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Say here what it is."),
    };

    private static string Gone(string id, bool isJson) => isJson
        ? $$$"""{"results":[{"__metadata":{"uri":"{{{id}}}","type":"DefaultScope.LongKey","isDeleted":true}}]}"""
        : $"{Open}<at:deleted-entry ref=\"{id}\"><sync:category>DefaultScope.LongKey</sync:category></at:deleted-entry></feed>";
}
