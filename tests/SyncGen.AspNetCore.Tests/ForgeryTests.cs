using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Requests in the compact format that no client of ours would send.</summary>
public sealed class ForgeryTests
{
    private static readonly LeafState s_leaf = new(new ReplicaId(42), default, 1, 0, 1, ShopScope.Definition.Fingerprint);

    [Fact]
    public async Task Edit_that_claims_to_know_all_and_to_come_last_is_a_conflict_of_now()
    {
        await using var service = await TestService.StartAsync();
        var id = Guid.NewGuid();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{id}', 'hub', '1.0', NULL)");
        var table = new TableEdits<Item>(ShopScope.Definition.Tables.OfType<SyncTable<Item>>().Single());
        table.Edits.Add(new RowEdit<Item>(new Item { Id = id, Title = "forged" }, IsDeleted: false, 1, long.MaxValue / 2, long.MaxValue));
        table.Edits.Add(new RowEdit<Item>(new Item { Id = Guid.NewGuid(), Title = "new" }, IsDeleted: false, 2, long.MaxValue / 2, long.MaxValue));
        var batch = new EditBatch([table], 2, 0);

        var (status, body) = await SendAsync(service, "UploadChanges", target => CompactFormat.Write(target, ShopScope.Definition, new UploadCall(s_leaf, batch)));

        Assert.Equal(HttpStatusCode.OK, status);
        var answers = Assert.IsType<TableAnswers<Item>>(Assert.Single(CompactFormat.ReadUploadAnswer(body, ShopScope.Definition, batch).Tables));
        Assert.Equal([(1, EditOutcome.Replaced, "hub"), (2, EditOutcome.Accepted, "new")], answers.Answers.OrderBy(one => one.Edit).Select(one => (one.Edit, one.Outcome, one.Row.Title)));
        var latest = long.Parse(Assert.Single(TestStores.Read(service.Stores.Shop, "SELECT max(time) FROM syncgen_Shop_Item_track")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(latest, 1, SyncEnvironment.Default.NowMicroseconds + 1_000_000);
    }

    [Fact]
    public async Task Cursor_of_ones_own_making_gets_rows_or_an_error_and_never_breaks_the_service()
    {
        await using var service = await TestService.StartAsync();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'hub', '1.0', NULL)");
        var random = new Random(20261124);
        for (var i = 0; i < 300; i++)
        {
            var cursor = new byte[random.Next(60)];
            random.NextBytes(cursor);
            if (cursor.Length > 20)
            {
                // Stages that there are, small numbers, and keys that are none.
                cursor[0] = (byte)random.Next(6);
                cursor.AsSpan(1, random.Next(20)).Clear();
            }

            var request = new DownloadRequest(s_leaf.Leaf, random.Next(3), cursor, random.Next(2) == 0) { GoesOn = random.Next(2) == 0 };
            var (status, _) = await SendAsync(service, "DownloadChanges", target => CompactFormat.Write(target, new DownloadCall(s_leaf, request)));
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{(int)status} for {Convert.ToHexString(cursor)}");
        }
    }

    [Fact]
    public async Task Junk_and_bombs_are_refused()
    {
        await using var service = await TestService.StartAsync(options => options.Limits = new() { BytesMax = 1 << 20 });
        var bomb = new MemoryStream();
        await using (var pack = SyncGen.OData.Encodings.ContentCoding.Compress("zstd", bomb))
        {
            await pack.WriteAsync(new byte[100 << 20]);
        }

        foreach (var (body, coding, status) in new (byte[], string?, HttpStatusCode)[]
        {
            ([], null, HttpStatusCode.BadRequest),
            ([0xC1], null, HttpStatusCode.BadRequest),
            ([0xDD, 0xFF, 0xFF, 0xFF, 0xFF], null, HttpStatusCode.BadRequest),
            ([0x93, 0x01, 0xDD, 0x7F, 0xFF, 0xFF, 0xFF], null, HttpStatusCode.BadRequest),
            ([1, 2, 3], "zstd", HttpStatusCode.BadRequest),
            ([1, 2, 3], "gzip", HttpStatusCode.BadRequest),
            ([1, 2, 3], "br", HttpStatusCode.BadRequest),
            // A window of 128 MiB for one byte.
            ([0x28, 0xB5, 0x2F, 0xFD, 0, 17 << 3, 9, 0, 0, 0xC0], "zstd", HttpStatusCode.BadRequest),
            ([1, 2, 3], "compress", HttpStatusCode.UnsupportedMediaType),
            (bomb.ToArray(), "zstd", HttpStatusCode.RequestEntityTooLarge),
        })
        {
            foreach (var operation in new[] { "DownloadChanges", "UploadChanges" })
            {
                var (found, text) = await SendAsync(service, operation, target => target.Write(body), coding);
                Assert.True(status == found, $"{(int)found} for {Convert.ToHexString(body.AsSpan(0, Math.Min(8, body.Length)))}, {coding}: {System.Text.Encoding.UTF8.GetString(text)}");
            }
        }
    }

    [Fact]
    public async Task Nobody_is_the_hub_or_no_one()
    {
        await using var service = await TestService.StartAsync();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'hub', '1.0', NULL)");
        var (_, body) = await SendAsync(service, "DownloadChanges", target => CompactFormat.Write(target, new DownloadCall(s_leaf, null)));
        var hub = CompactFormat.ReadDownloadAnswer(body, ShopScope.Definition).Hub.Hub;
        var replicas = TestStores.Read(service.Stores.Shop, "SELECT * FROM syncgen_Shop_replica");
        foreach (var id in new[] { hub, ReplicaId.None })
        {
            var batch = new EditBatch([Edits((new Item { Id = Guid.NewGuid(), Title = "forged" }, 1))], 1, 0);
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(service, "UploadChanges", target => CompactFormat.Write(target, ShopScope.Definition, new UploadCall(s_leaf with { Leaf = id }, batch)))).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(service, "DownloadChanges", target => CompactFormat.Write(target, new DownloadCall(s_leaf with { Leaf = id }, new DownloadRequest(id, 0, null, false))))).Status);
        }

        Assert.Equal(replicas, TestStores.Read(service.Stores.Shop, "SELECT * FROM syncgen_Shop_replica"));
        Assert.Equal(["hub"], TestStores.Read(service.Stores.Shop, "SELECT Title FROM Item"));
    }

    [Theory]
    [InlineData("one tick twice")]
    [InlineData("one key twice")]
    [InlineData("ticks that fall")]
    [InlineData("the greatest tick")]
    [InlineData("numbers of the greatest size")]
    [InlineData("a text that is half a character")]
    public async Task Batch_that_no_leaf_makes_is_taken_or_refused(string what)
    {
        await using var service = await TestService.StartAsync();
        var (one, two) = (new Item { Id = Guid.NewGuid(), Title = "one" }, new Item { Id = Guid.NewGuid(), Title = "two" });
        var (edits, lastTick, leaf) = what switch
        {
            "one tick twice" => (Edits((one, 1), (two, 1)), 1, s_leaf),
            "one key twice" => (Edits((one, 1), (one with { Title = "again" }, 2)), 2, s_leaf),
            "ticks that fall" => (Edits((one, 2), (two, 1)), 2, s_leaf),
            "the greatest tick" => (Edits((one, long.MaxValue)), long.MaxValue, s_leaf with { Tick = long.MaxValue }),
            "numbers of the greatest size" => (Edits((one with { Price = decimal.MaxValue, Sold = DateTime.MaxValue }, 1)), 1, s_leaf with { Tick = long.MaxValue, Anchor = long.MaxValue, PendingEdits = long.MaxValue }),
            _ => (Edits((one with { Title = "half \uD800" }, 1)), 1, s_leaf),
        };
        var batch = new EditBatch([edits], lastTick, long.MaxValue);
        for (var i = 0; i < 2; i++)
        {
            var (status, body) = await SendAsync(service, "UploadChanges", target => CompactFormat.Write(target, ShopScope.Definition, new UploadCall(leaf, batch)));
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{(int)status}: {System.Text.Encoding.UTF8.GetString(body)}");
        }

        // Another leaf is none the worse.
        var next = new EditBatch([Edits((new Item { Id = Guid.NewGuid(), Title = "next" }, 1))], 1, 0);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(service, "UploadChanges", target => CompactFormat.Write(target, ShopScope.Definition, new UploadCall(s_leaf with { Leaf = new ReplicaId(43) }, next)))).Status);
        Assert.Contains("next", TestStores.Read(service.Stores.Shop, "SELECT Title FROM Item"));
    }

    private static TableEdits<Item> Edits(params (Item Row, long Tick)[] edits)
    {
        var table = new TableEdits<Item>(ShopScope.Definition.Tables.OfType<SyncTable<Item>>().Single());
        table.Edits.AddRange(edits.Select(edit => new RowEdit<Item>(edit.Row, IsDeleted: false, edit.Tick, 0, 0)));
        return table;
    }

    private static async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(TestService service, string operation, Action<IBufferWriter<byte>> write, string? coding = null)
    {
        var message = new ArrayBufferWriter<byte>();
        write(message);
        using var http = new HttpClient();
        using var content = new ByteArrayContent(message.WrittenSpan.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(CompactFormat.MediaType);
        if (coding is not null)
        {
            content.Headers.ContentEncoding.Add(coding);
        }

        using var response = await http.PostAsync(new Uri(service.Address, $"shop/{operation}"), content);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }
}
