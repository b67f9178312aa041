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
