using System.Net;
using SyncGen.AspNetCore.Tests.Service;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Nobody gets at rows that are not theirs, whatever they send.</summary>
public sealed class TrustTests
{
    private static readonly string[] s_chores = ["1, 'dishes', 'ann'", "2, 'floor', 'ben'", "3, 'lawn', 'ann'"];

    [Fact]
    public async Task Users_see_their_own_rows_and_rows_that_come_and_go()
    {
        await using var service = await TestService.StartAsync();
        Fill(service);
        using var ann = new Stranger(service.Address, "chores", isJson: true, "ann");
        using var ben = new Stranger(service.Address, "chores", isJson: false, "ben");

        Assert.Equal(["dishes", "lawn"], (await ann.DownloadAsync()).Select(row => row["What"]).Order());
        Assert.Equal(["floor"], (await ben.DownloadAsync()).Select(row => row["What"]));

        TestStores.Run(service.Stores.Chores, "UPDATE Chore SET Owner = 'ben' WHERE Id = 3");
        Assert.True(Assert.Single(await ann.DownloadAsync()).IsDeleted);
        Assert.Equal("lawn", Assert.Single(await ben.DownloadAsync())["What"]);
    }

    [Theory]
    [InlineData("owner=ben")]
    [InlineData("OWNER=ben")]
    [InlineData("owner=ann&owner=ben")]
    [InlineData("owner=")]
    public async Task What_the_sign_in_sets_no_query_overrides(string query)
    {
        await using var service = await TestService.StartAsync();
        Fill(service);
        using var ann = new Stranger(service.Address, "chores", isJson: true, "ann") { Query = query };

        var (status, body) = await ann.SendAsync(HttpMethod.Get, "DownloadChanges", null);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.DoesNotContain("floor", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_the_same_as_the_sign_in_is_no_harm()
    {
        await using var service = await TestService.StartAsync();
        Fill(service);
        using var ann = new Stranger(service.Address, "chores", isJson: true, "ann") { Query = "owner=ann" };

        Assert.Equal(2, (await ann.DownloadAsync()).Count);
    }

    [Fact]
    public async Task Nobody_without_a_sign_in_has_a_part()
    {
        await using var service = await TestService.StartAsync();
        using var nobody = new Stranger(service.Address, "chores", isJson: true);

        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.SendAsync(HttpMethod.Get, "DownloadChanges", null)).Status);
    }

    [Fact]
    public async Task Rows_of_another_user_are_neither_taken_nor_changed_nor_shown()
    {
        await using var service = await TestService.StartAsync();
        Fill(service);
        using var ann = new Stranger(service.Address, "chores", isJson: true, "ann");
        await ann.DownloadAsync();

        var stolen = Assert.Single(await ann.UploadAsync([Chore(2, "mine now", "ann", "x")]));
        var given = Assert.Single(await ann.UploadAsync([Chore(9, "for Ben", "ben", "t")]));
        var deleted = Assert.Single(await ann.UploadAsync([new StrangerEntry("chores.Chore", []) { Id = "http://elsewhere/Chore(Id=2)", IsDeleted = true }]));

        Assert.All([stolen, given, deleted], told =>
        {
            Assert.NotNull(told.Error);
            Assert.True(told.IsDeleted);
            Assert.DoesNotContain("floor", told.Error, StringComparison.Ordinal);
        });
        Assert.Equal(["1|dishes|ann", "2|floor|ben", "3|lawn|ann"], TestStores.Read(service.Stores.Chores, "SELECT Id, What, Owner FROM Chore ORDER BY Id"));
    }

    [Fact]
    public async Task Blob_is_of_no_use_to_another_user_or_scope_or_when_changed()
    {
        await using var service = await TestService.StartAsync();
        Fill(service);
        using var ann = new Stranger(service.Address, "chores", isJson: true, "ann");
        await ann.DownloadAsync();
        using var ben = new Stranger(service.Address, "chores", isJson: true, "ben") { Blob = ann.Blob };
        using var nobody = new Stranger(service.Address, "shop", isJson: true) { Blob = ann.Blob };
        await AssertRefusedAsync(ben);
        await AssertRefusedAsync(nobody);
        var bytes = Convert.FromBase64String(ann.Blob!);
        for (var i = 0; i < bytes.Length; i += 3)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            ann.Blob = Convert.ToBase64String(changed);
            await AssertRefusedAsync(ann);
            ann.Blob = Convert.ToBase64String(bytes.AsSpan(0, i));
            if (i > 0)
            {
                await AssertRefusedAsync(ann);
            }
        }

        ann.Blob = Convert.ToBase64String(bytes);
        Assert.Empty(await ann.DownloadAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Blobs_that_come_again_bring_the_same_and_undo_nothing(bool isJson)
    {
        await using var service = await TestService.StartAsync(options => options.BatchBytesMax = 20);
        Fill(service);
        using var ann = new Stranger(service.Address, "chores", isJson, "ann");
        var blobs = new List<string>();
        for (var i = 10; i < 16; i++)
        {
            await ann.DownloadAsync(batchesMax: 1);
            blobs.Add(ann.Blob!);
            await ann.UploadAsync([Chore(i, $"chore {i}", "ann", "t")]);
            blobs.Add(ann.Blob!);
        }

        var identity = TestStores.Read(service.Stores.Chores, "SELECT hex(replica) FROM syncgen_chores_replica ORDER BY id LIMIT 1");
        foreach (var blob in blobs)
        {
            ann.Blob = blob;
            Assert.All(await ann.DownloadAsync(), row => Assert.Equal("ann", row["Owner"]));
            ann.Blob = blob;
            Assert.Single(await ann.UploadAsync([Chore(99, "again", "ann", "t")]));
        }

        Assert.Equal(["1", "3", "10", "11", "12", "13", "14", "15", "99"], TestStores.Read(service.Stores.Chores, "SELECT Id FROM Chore WHERE Owner = 'ann' ORDER BY Id"));
        Assert.Equal(identity, TestStores.Read(service.Stores.Chores, "SELECT hex(replica) FROM syncgen_chores_replica ORDER BY id LIMIT 1"));
    }

    [Fact]
    public async Task Blob_of_a_part_that_one_address_lets_choose_opens_it_at_no_other()
    {
        await using var service = await TestService.StartAsync();
        Fill(service);
        using var chosen = new Stranger(new Uri(service.Address, "/open/"), "chores", isJson: true, "ann") { Query = "owner=ben" };
        Assert.Equal("floor", Assert.Single(await chosen.DownloadAsync())["What"]);
        using var ann = new Stranger(service.Address, "chores", isJson: true, "ann") { Blob = chosen.Blob };

        var (status, body) = await ann.SendAsync(HttpMethod.Post, "DownloadChanges", StrangerFeed.Format(ann.Blob, [], isJson: true));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.DoesNotContain("floor", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("''")]
    [InlineData("a,b")]
    [InlineData("a/b//c")]
    [InlineData("x)/Label(Name='y")]
    [InlineData("50% of %27 &amp; = ?#")]
    [InlineData("é漢\U0001F600 ")]
    [InlineData("")]
    public async Task Row_with_any_key_goes_at_an_id_with_a_foreign_host_and_no_other_does(string name)
    {
        foreach (var isJson in new[] { true, false })
        {
            await using var service = await TestService.StartAsync();
            var item = Guid.NewGuid();
            using var ann = new Stranger(service.Address, "shop", isJson);
            var label = new StrangerEntry("Shop.Label", new() { ["Name"] = name, ["ItemId"] = item.ToString() }) { TempId = "l" };
            var other = new StrangerEntry("Shop.Label", new() { ["Name"] = "y", ["ItemId"] = item.ToString() }) { TempId = "o" };
            var told = await ann.UploadAsync([StrangerEntry.NewItem(item, "parent"), label, other]);
            var id = told.Single(entry => entry.TempId == "l").Id!;
            Assert.StartsWith(service.Address.ToString(), id, StringComparison.Ordinal);

            var moved = $"https://user@elsewhere:8443/old/x.svc/{id[service.Address.ToString().Length..]}";
            Assert.Empty(await ann.UploadAsync([new StrangerEntry("Shop.Label", []) { Id = moved, IsDeleted = true }]));
            Assert.Equal(["y"], TestStores.Read(service.Stores.Shop, "SELECT Name FROM Label"));
        }
    }

    [Fact]
    public async Task Filter_that_the_client_chooses_is_bound_by_the_blob()
    {
        await using var service = await TestService.StartAsync();
        Fill(service);
        var open = new Uri(service.Address, "/open/");
        using var ann = new Stranger(open, "chores", isJson: true) { Query = "Owner='ann'" };
        Assert.Equal(2, (await ann.DownloadAsync()).Count);

        ann.Query = "";
        Assert.Empty(await ann.DownloadAsync());
        ann.Query = "owner=ben";
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.SendAsync(HttpMethod.Post, "DownloadChanges", StrangerFeed.Format(ann.Blob, [], true))).Status);
        using var missing = new Stranger(open, "chores", isJson: true);
        Assert.Equal(HttpStatusCode.BadRequest, (await missing.SendAsync(HttpMethod.Get, "DownloadChanges", null)).Status);
    }

    private static async Task AssertRefusedAsync(Stranger stranger)
    {
        foreach (var operation in new[] { "DownloadChanges", "UploadChanges" })
        {
            var (status, _) = await stranger.SendAsync(HttpMethod.Post, operation, StrangerFeed.Format(stranger.Blob, [], stranger.IsJson));
            Assert.Equal(HttpStatusCode.BadRequest, status);
        }
    }

    private static StrangerEntry Chore(int id, string what, string owner, string tempId) =>
        new("chores.Chore", new() { ["Id"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["What"] = what, ["Owner"] = owner }) { TempId = tempId };

    private static void Fill(TestService service)
    {
        foreach (var chore in s_chores)
        {
            TestStores.Run(service.Stores.Chores, $"INSERT INTO Chore VALUES ({chore})");
        }
    }
}
