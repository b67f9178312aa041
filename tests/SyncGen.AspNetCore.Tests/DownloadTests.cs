using System.Net;
using SyncGen.AspNetCore.Tests.Service;

namespace SyncGen.AspNetCore.Tests;

/// <summary>What the hub has comes down, batch by batch, from whichever server, and as often as it is asked for.</summary>
public sealed class DownloadTests
{
    private const int Rows = 500;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Batches_may_be_asked_for_again_and_from_another_server(bool isJson)
    {
        using var stores = await TestStores.CreateAsync();
        await using var one = await TestService.StartAsync(options => options.BatchBytesMax = 2_000, stores);
        await using var two = await TestService.StartAsync(options => options.BatchBytesMax = 2_000, stores);
        Fill(stores);
        using var first = new Stranger(one.Address, "shop", isJson);
        using var second = new Stranger(two.Address, "shop", isJson);
        var rows = new Dictionary<string, string?>();
        var batches = 0;

        for (var more = true; more; batches++)
        {
            var (here, there) = batches % 2 == 0 ? (first, second) : (second, first);
            there.Blob = here.Blob = first.Blob;
            await here.DownloadAsync(batchesMax: 1);
            var feed = StrangerFeed.Parse(await there.PostAsync("DownloadChanges", []), isJson);
            foreach (var row in feed.Entries)
            {
                rows[row["Id"]!] = row["Title"];
            }

            first.Blob = batches % 3 == 0 ? feed.Blob : here.Blob;
            more = feed.More;
        }

        Assert.True(batches > 5, $"{batches} batches");
        Assert.Equal(Rows, rows.Count);
        Assert.Empty(await first.DownloadAsync());
    }

    [Fact]
    public async Task What_changes_during_a_download_is_not_lost()
    {
        await using var service = await TestService.StartAsync(options => options.BatchBytesMax = 2_000);
        Fill(service.Stores);
        using var ann = new Stranger(service.Address, "shop", isJson: true);
        var rows = new Dictionary<string, string?>();
        for (var i = 0; i < 200; i++)
        {
            var batch = await ann.DownloadAsync(batchesMax: 1);
            foreach (var row in batch)
            {
                rows[row.Id!] = row.IsDeleted ? null : row["Title"];
            }

            if (i < 10)
            {
                TestStores.Run(service.Stores.Shop, $"UPDATE Item SET Title = 'changed {i}' WHERE Price = '{i * 7}'; DELETE FROM Item WHERE Price = '{i * 7 + 1}'");
            }
            else if (batch.Count == 0)
            {
                break;
            }
        }

        Assert.Equal(
            TestStores.Read(service.Stores.Shop, "SELECT Title FROM Item ORDER BY Title"),
            rows.Values.Where(title => title is not null).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Blob_travels_in_the_address_and_in_a_header()
    {
        await using var service = await TestService.StartAsync();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'one', '1', NULL)");
        using var ann = new Stranger(service.Address, "shop", isJson: true);
        await ann.DownloadAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{service.Address}shop/DownloadChanges?$format=json");
        request.Headers.Add("SyncServerBlob", ann.Blob);

        var byHeader = StrangerFeed.Parse(await (await http.SendAsync(request)).Content.ReadAsStringAsync(), isJson: true);
        var byQuery = StrangerFeed.Parse(await http.GetStringAsync($"{service.Address}shop/DownloadChanges?$format=json&$syncServerBlob={Uri.EscapeDataString(ann.Blob!)}"), isJson: true);
        var without = StrangerFeed.Parse(await http.GetStringAsync($"{service.Address}shop/DownloadChanges?$format=json"), isJson: true);

        Assert.Empty(byHeader.Entries);
        Assert.Empty(byQuery.Entries);
        Assert.Single(without.Entries);
    }

    [Fact]
    public async Task Row_that_XML_cannot_hold_goes_out_as_JSON_and_the_error_says_so()
    {
        await using var service = await TestService.StartAsync();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'bell ' || char(7), '1', NULL)");
        using var atom = new Stranger(service.Address, "shop", isJson: false);
        using var json = new Stranger(service.Address, "shop", isJson: true);

        var (status, body) = await atom.SendAsync(HttpMethod.Get, "DownloadChanges", null);

        Assert.Equal(HttpStatusCode.NotAcceptable, status);
        Assert.Contains("Title", body, StringComparison.Ordinal);
        Assert.Contains("Ask for JSON", body, StringComparison.Ordinal);
        Assert.Equal("bell \a", Assert.Single(await json.DownloadAsync())["Title"]);
    }

    [Fact]
    public async Task Client_that_only_reads_leaves_nothing_behind()
    {
        await using var service = await TestService.StartAsync();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'one', '1', NULL)");
        using var first = new Stranger(service.Address, "shop", isJson: true);
        await first.DownloadAsync();
        var before = TestStores.Read(service.Stores.Shop, "SELECT * FROM syncgen_Shop_replica");

        using var ann = new Stranger(service.Address, "shop", isJson: true);
        await ann.DownloadAsync();
        await ann.DownloadAsync();

        Assert.Equal(before, TestStores.Read(service.Stores.Shop, "SELECT * FROM syncgen_Shop_replica"));
    }

    [Fact]
    public async Task Restored_hub_sends_its_clients_back_to_the_start_and_loses_nothing()
    {
        using var stores = await TestStores.CreateAsync();
        using var ann = new Stranger(new Uri("http://unused/"), "shop", isJson: true);
        var kept = Guid.NewGuid();
        var late = Guid.NewGuid();
        string? blob;
        await using (var service = await TestService.StartAsync(stores: stores))
        {
            TestStores.Run(stores.Shop, $"INSERT INTO Item VALUES ('{kept}', 'kept', '1', NULL)");
            using var early = new Stranger(service.Address, "shop", isJson: true);
            await early.DownloadAsync();
        }

        stores.Save("shop.db");
        await using (var service = await TestService.StartAsync(stores: stores))
        {
            using var client = new Stranger(service.Address, "shop", isJson: true);
            await client.DownloadAsync();
            await client.UploadAsync([StrangerEntry.NewItem(late, "late")]);
            await client.DownloadAsync();
            blob = client.Blob;
        }

        stores.Restore("shop.db");
        await using (var service = await TestService.StartAsync(stores: stores))
        {
            using var client = new Stranger(service.Address, "shop", isJson: true) { Blob = blob };
            var (status, _) = await client.SendAsync(HttpMethod.Post, "DownloadChanges", StrangerFeed.Format(blob, [], isJson: true));
            Assert.Equal(HttpStatusCode.Gone, status);
            var replicas = TestStores.Read(stores.Shop, "SELECT replica FROM syncgen_Shop_replica");

            // It says so as often as it is asked, and takes one new identity, not one each time.
            Assert.Equal(HttpStatusCode.Gone, (await client.SendAsync(HttpMethod.Post, "DownloadChanges", StrangerFeed.Format(blob, [], isJson: true))).Status);
            Assert.Equal(replicas, TestStores.Read(stores.Shop, "SELECT replica FROM syncgen_Shop_replica"));

            // What the client still holds goes up, whatever it read before; then it starts again.
            Assert.Single(await client.UploadAsync([StrangerEntry.NewItem(late, "late")]));
            client.Blob = null;
            Assert.Equal(["kept", "late"], (await client.DownloadAsync()).Select(row => row["Title"]).Order());
        }
    }

    private static void Fill(TestStores stores) => TestStores.Run(stores.Shop, $"""
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows - 1})
        INSERT INTO Item SELECT '00000000-0000-0000-0000-' || printf('%012d', i), 'row ' || printf('%04d', i), CAST(i AS TEXT), NULL FROM n
        """);
}
