using SyncGen.AspNetCore.Tests.Service;

namespace SyncGen.AspNetCore.Tests;

/// <summary>What clients that others wrote send up is taken, once, and they are told what became of it.</summary>
public sealed class UploadTests
{
    private static readonly Guid s_one = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid s_two = new("22222222-2222-2222-2222-222222222222");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_go_up_and_come_down(bool isJson)
    {
        await using var service = await TestService.StartAsync();
        using var ann = new Stranger(service.Address, "shop", isJson);
        using var ben = new Stranger(service.Address, "SHOP", !isJson);

        Assert.Empty(await ann.DownloadAsync());
        var echo = Assert.Single(await ann.UploadAsync([StrangerEntry.NewItem(s_one, "pear", 2.5m)]));
        var seen = Assert.Single(await ben.DownloadAsync());
        var none = await ann.DownloadAsync();

        Assert.Equal($"t-{s_one}", echo.TempId);
        Assert.Equal($"{service.Address}Item(Id=guid'{s_one}')", echo.Id);
        Assert.Equal(echo.Id, seen.Id);
        Assert.Null(seen.TempId);
        Assert.Equal(("Shop.Item", "pear", "2.5"), (seen.Type, seen["Title"], seen["Price"]));
        Assert.Empty(none);

        Assert.Empty(await ben.UploadAsync([seen.With("Title", "plum")]));
        Assert.Equal("plum", Assert.Single(await ann.DownloadAsync())["Title"]);
        Assert.Empty(await ann.UploadAsync([new StrangerEntry("Shop.Item", []) { Id = echo.Id, IsDeleted = true }]));
        Assert.True(Assert.Single(await ben.DownloadAsync()).IsDeleted);
        Assert.Empty(TestStores.Read(service.Stores.Shop, "SELECT * FROM Item"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task First_contact_may_be_an_upload(bool isJson)
    {
        await using var service = await TestService.StartAsync();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{s_two}', 'here', '1', NULL)");
        using var ann = new Stranger(service.Address, "shop", isJson);

        Assert.Null(Assert.Single(await ann.UploadAsync([StrangerEntry.NewItem(s_one, "mine")])).Resolution);
        var down = await ann.DownloadAsync();

        // The first download scans, and may bring what the client sent up.
        Assert.Contains(down, row => row["Title"] == "here");
        Assert.All(down, row => Assert.Contains(row["Title"], new[] { "here", "mine" }));
        Assert.Empty(await ann.DownloadAsync());
    }

    [Theory]
    [InlineData(true, "Shop", "ServerWins")]
    [InlineData(false, "Shop", "ServerWins")]
    [InlineData(true, "Stall", "ClientWins")]
    [InlineData(false, "Stall", "ClientWins")]
    public async Task Conflict_is_settled_and_told(bool isJson, string scope, string resolution)
    {
        await using var service = await TestService.StartAsync();
        var store = scope == "Shop" ? service.Stores.Shop : service.Stores.Stall;
        TestStores.Run(store, $"INSERT INTO Item VALUES ('{s_one}', 'first', '1', NULL)");
        using var ann = new Stranger(service.Address, scope, isJson);
        var row = Assert.Single(await ann.DownloadAsync());
        TestStores.Run(store, "UPDATE Item SET Title = 'hub'");

        var told = Assert.Single(await ann.UploadAsync([row.With("Title", "ann")]));

        Assert.Equal(resolution, told.Resolution);
        var (won, lost) = resolution == "ServerWins" ? ("hub", "ann") : ("ann", "hub");
        Assert.Equal((won, lost), (told["Title"], told.Conflicting!["Title"]));
        Assert.Equal(told.Id, told.Conflicting.Id);
        Assert.Equal(won, Assert.Single(TestStores.Read(store, "SELECT Title FROM Item")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deleted_row_that_a_client_changed_stays_deleted_where_the_server_wins(bool isJson)
    {
        await using var service = await TestService.StartAsync();
        TestStores.Run(service.Stores.Shop, $"INSERT INTO Item VALUES ('{s_one}', 'first', '1', NULL)");
        using var ann = new Stranger(service.Address, "shop", isJson);
        var row = Assert.Single(await ann.DownloadAsync());
        TestStores.Run(service.Stores.Shop, "DELETE FROM Item");

        var told = Assert.Single(await ann.UploadAsync([row.With("Title", "ann")]));

        Assert.True(told.IsDeleted);
        Assert.Equal(("ServerWins", "ann"), (told.Resolution, told.Conflicting!["Title"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row_that_the_database_refuses_is_an_error_of_its_own(bool isJson)
    {
        await using var service = await TestService.StartAsync();
        using var ann = new Stranger(service.Address, "shop", isJson);
        var label = new StrangerEntry("Shop.Label", new() { ["Name"] = "it's, a=/label", ["ItemId"] = s_two.ToString() }) { TempId = "l" };

        var told = await ann.UploadAsync([StrangerEntry.NewItem(s_one, "good"), label]);

        var error = Assert.Single(told, entry => entry.Error is not null);
        Assert.True(error.IsDeleted);
        Assert.Equal(("l", "it's, a=/label"), (error.InError!.TempId, error.InError["Name"]));
        Assert.Equal($"t-{s_one}", Assert.Single(told, entry => entry.Error is null).TempId);
        Assert.Equal("good", Assert.Single(TestStores.Read(service.Stores.Shop, "SELECT Title FROM Item")));
        Assert.Empty(TestStores.Read(service.Stores.Shop, "SELECT 1 FROM syncgen_Shop_quarantine"));

        // Once the parent is there, the same row is taken: nothing of the refusal is left.
        var again = await ann.UploadAsync([StrangerEntry.NewItem(s_two, "parent"), label]);
        Assert.All(again, entry => Assert.Null(entry.Error));
        Assert.Single(TestStores.Read(service.Stores.Shop, "SELECT Name FROM Label"));
        var gone = new StrangerEntry("Shop.Label", []) { Id = again.Single(entry => entry.Type == "Shop.Label").Id, IsDeleted = true };
        Assert.Empty(await ann.UploadAsync([gone]));
        Assert.Empty(TestStores.Read(service.Stores.Shop, "SELECT Name FROM Label"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_whose_answer_was_lost_may_come_again_with_more_in_it(bool isJson)
    {
        await using var service = await TestService.StartAsync();
        using var ann = new Stranger(service.Address, "shop", isJson);
        using var ben = new Stranger(service.Address, "shop", isJson);
        await ann.DownloadAsync();
        await ann.UploadAsync([StrangerEntry.NewItem(s_one, "one"), StrangerEntry.NewItem(s_two, "two")], loseAnswer: true);
        var rows = (await ben.DownloadAsync()).ToDictionary(row => row["Title"]!);
        await ben.UploadAsync([rows["one"].With("Title", "ben")]);

        // The first as it was: it must not overwrite what Ben wrote since. The second was changed once more.
        var three = Guid.NewGuid();
        var told = await ann.UploadAsync([StrangerEntry.NewItem(s_one, "one"), StrangerEntry.NewItem(s_two, "two again"), StrangerEntry.NewItem(three, "three")]);

        Assert.Equal(["ben", "three", "two again"], TestStores.Read(service.Stores.Shop, "SELECT Title FROM Item ORDER BY Title"));
        Assert.Equal("ben", told.Single(entry => entry.Resolution is not null)["Title"]);
        Assert.Equal(["three", "two again"], told.Where(entry => entry.Resolution is null).Select(entry => entry["Title"]).Order());
        Assert.Equal(["ben"], (await ann.DownloadAsync()).Select(entry => entry["Title"]));
    }

    [Fact]
    public async Task Same_upload_many_times_at_once_is_one()
    {
        await using var service = await TestService.StartAsync();
        using var ann = new Stranger(service.Address, "shop", isJson: true);
        await ann.DownloadAsync();
        StrangerEntry[] rows = [StrangerEntry.NewItem(s_one, "one"), StrangerEntry.NewItem(s_two, "two")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ann.PostAsync("UploadChanges", [rows[0], rows[1].With("Title", $"two {i % 2}")])));

        Assert.All(answers, answer => Assert.DoesNotContain(StrangerFeed.Parse(answer, isJson: true).Entries, entry => entry["Title"] == "one" && entry.Resolution is not null));
        Assert.Equal(2, TestStores.Read(service.Stores.Shop, "SELECT * FROM Item").Count);
        Assert.Empty(TestStores.Read(service.Stores.Shop, "SELECT * FROM syncgen_Shop_conflict"));
    }

    [Fact]
    public async Task Key_that_comes_twice_takes_nothing()
    {
        await using var service = await TestService.StartAsync();
        using var ann = new Stranger(service.Address, "shop", isJson: true);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ann.UploadAsync([StrangerEntry.NewItem(s_one, "a"), StrangerEntry.NewItem(s_one, "b")]));

        Assert.StartsWith("400", error.Message, StringComparison.Ordinal);
        Assert.Empty(TestStores.Read(service.Stores.Shop, "SELECT * FROM Item"));
    }
}
