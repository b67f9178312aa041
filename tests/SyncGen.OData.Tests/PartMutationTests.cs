using System.Text;
using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.OData.Blobs;
using SyncGen.OData.Encodings;
using SyncGen.OData.Feeds;
using SyncGen.OData.Parameters;
using SyncGen.OData.Schema;
using SyncGen.OData.Tests.Model;
using SyncGen.OData.Values;
using SyncGen.Testing.Mutations;
using SyncGen.Versions;
using Xunit.Abstractions;

namespace SyncGen.OData.Tests;

/// <summary>What is read beside feeds and messages: damaged blobs, ids, values of filter parameters and packed bodies are read or refused, too.</summary>
public sealed class PartMutationTests(ITestOutputHelper output)
{
    private const int UnpackedMax = 64 << 10;

    private static readonly MemoryBound s_bound = new(PerByte: 40, Always: 64 << 10);

    private static readonly ReplicaId s_hub = new(UInt128.MaxValue);

    private static readonly List<byte[]> s_blobs =
    [
        new ServerBlob(new ReplicaId(1), ReplicaId.None, 0, null, 0, null, "").ToBytes(),
        new ServerBlob(new ReplicaId(1), s_hub, 5, [1, 2, 3], long.MaxValue, [4], "[{\"owner\":\"ann\"}]").ToBytes(),
        new ServerBlob(new ReplicaId(2), s_hub, long.MaxValue, new byte[300], 0, new byte[200], new string('é', 100)).ToBytes(),
    ];

    // Lengths up to the greatest, and beyond.
    private static readonly List<byte[]> s_lengths =
        [[0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80]];

    [Fact]
    public void Damaged_blob_is_read_or_refused() =>
        Run(new ByteMutator(s_blobs, [.. s_lengths, [0], [1], [2], [0xED, 0xA0, 0x80]]), blob => ServerBlob.Read(blob));

    [Fact]
    public void Blob_that_breaks_off_is_refused()
    {
        foreach (var blob in s_blobs)
        {
            for (var length = 0; length < blob.Length; length++)
            {
                Assert.Equal(SyncErrorCode.MalformedData, Assert.Throws<SyncException>(() => ServerBlob.Read(blob[..length])).Code);
            }
        }
    }

    [Fact]
    public void Lengths_in_a_blob_that_nobody_has_take_no_memory()
    {
        foreach (var blob in s_blobs)
        {
            for (var at = 0; at < blob.Length; at++)
            {
                foreach (var length in s_lengths)
                {
                    byte[] forged = [.. blob[..at], .. length, .. blob[(at + 1)..]];
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    var error = Record.Exception(() => ServerBlob.Read(forged));
                    Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, s_bound.Of(forged.Length));
                    Assert.True(error is null or SyncException { Code: SyncErrorCode.MalformedData }, error?.ToString());
                }
            }
        }
    }

    [Fact]
    public void Damaged_id_is_read_or_refused()
    {
        var types = new Dictionary<string, FeedEntry>
        {
            [nameof(StrKey)] = new FeedEntry<StrKey>(TableOf<StrKey>(), new StrKey { Code = "it's, a=(b)/c %27 é" }),
            [nameof(LongKey)] = new FeedEntry<LongKey>(TableOf<LongKey>(), new LongKey { ID = long.MinValue }),
            [nameof(TagItemMapping)] = new FeedEntry<TagItemMapping>(TableOf<TagItemMapping>(), new TagItemMapping { TagID = 7, ItemID = new Guid(1, 2, 3, new byte[8]) }),
        };
        var ids = types.Values.Select(entry => Encoding.UTF8.GetBytes(Payload.Schema.IdOf("http://host:80/a(b)/c.svc", entry))).ToList();
        Run(new ByteMutator(ids, ByteMutator.TextTokens), bytes =>
        {
            var id = Encoding.UTF8.GetString(bytes);
            var type = Payload.Schema.TypeOf((types.FirstOrDefault(one => id.Contains(one.Key, StringComparison.Ordinal)).Value ?? types[nameof(StrKey)]).Table);
            var reader = new TextRowReader(type, FeedLimits.Default);
            EntityId.ReadKey(type, id, reader);
            type.Read(reader, isDeleted: true);
        });
    }

    [Fact]
    public void Damaged_filter_parameter_is_read_or_refused()
    {
        string[] texts =
        [
            "true", "255", "-128", "-32768", "65535", "2147483647", "4294967295", "9223372036854775807L", "18446744073709551615M", "it's", "'it''s'", "x", "datetime'2026-02-28T00:00:00.1234567'",
            "2026-02-28T01:00:00+14:00", "2026-02-28", "/Date(1288600200000+0100)/", "13:14:15", "PT13H14M15.123S", "time'PT1S'", "guid'8f14e45f-ceea-467f-a11d-1b2c3d4e5f60'", "null",
        ];
        var scope = SearchScope.Definition;
        Run(new ByteMutator([.. texts.Select(Encoding.UTF8.GetBytes)], ByteMutator.TextTokens), bytes =>
        {
            var text = Encoding.UTF8.GetString(bytes);
            // One of them, and of the same text always the same.
            var ordinal = (bytes.Length + text.Length) % scope.Parameters.Count;
            ParameterText.Write(scope, ordinal, [text], new FilterWriter(scope));
        });
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("br")]
    [InlineData("gzip")]
    public void Damaged_body_is_unpacked_or_refused(string coding)
    {
        var bodies = Payload.Names.Select(name => Packed(coding, Payload.Of(name, isJson: true))).ToList();
        MutationRun.Run(new ByteMutator(bodies, [[0xFF, 0xFF, 0xFF, 0xFF], [0], [0x28, 0xB5, 0x2F, 0xFD]]).Damage, body =>
        {
            try
            {
                using var unpacked = ContentCoding.Decompress(coding, new MemoryStream(body));
                unpacked.ReadAtLeast(new byte[UnpackedMax], UnpackedMax, throwOnEndOfStream: false);
                return true;
            }
            catch (SyncException error) when (error.Code == SyncErrorCode.MalformedData)
            {
                return false;
            }
        }, s_bound with { Always = 512 << 10 }, output.WriteLine);
    }

    private void Run(ByteMutator mutator, Action<byte[]> read) => MutationRun.Run(mutator.Damage, bytes =>
    {
        try
        {
            read(bytes);
            return true;
        }
        catch (SyncException error) when (error.Code == SyncErrorCode.MalformedData)
        {
            return false;
        }
    }, s_bound, output.WriteLine);

    private static byte[] Packed(string coding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var pack = ContentCoding.Compress(coding, packed))
        {
            pack.Write(bytes);
        }

        return packed.ToArray();
    }

    private static SyncTable<TRow> TableOf<TRow>()
        where TRow : class => DefaultScope.Definition.Tables.OfType<SyncTable<TRow>>().Single();
}
