using System.Net;
using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.OData.Feeds;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests.Hooks;

/// <summary>An application has its say before and after each request, and what fails in it is no fault of the client's.</summary>
public sealed class RequestHookTests
{
    private static readonly Guid s_one = new("11111111-1111-1111-1111-111111111111");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hooks_are_called_before_and_after_and_share_what_lives_as_long_as_a_request(bool isJson)
    {
        await using var service = await HookedService.StartAsync();
        using var device = service.Device(isJson);
        TestStores.Run(service.Shop, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', 'hub', '1', NULL)");

        await device.SyncAsync();
        device.Put(s_one, "one");
        device.Put(Guid.NewGuid(), "two");
        await device.SyncAsync();

        var format = isJson ? FeedFormat.Json : FeedFormat.Atom;
        var calls = service.Rules.Calls.Select(call => call.Split(' ', 2)).GroupBy(call => call[0]).Select(request => request.Select(call => call[1]));
        Assert.Equal(
            [
                [$"Download Shop {format}", "downloaded 1"],
                [$"Upload Shop {format}", "write one", "write two", "uploaded 2, 0 notes", "end False"],
                [$"Download Shop {format}", "downloaded 0"],
            ],
            calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, SyncErrorCode.AccessDenied)]
    [InlineData(HttpStatusCode.ServiceUnavailable, SyncErrorCode.ServiceUnreachable)]
    [InlineData(HttpStatusCode.UnprocessableEntity, SyncErrorCode.Rejected)]
    public async Task Refused_request_takes_nothing_and_says_why(HttpStatusCode status, SyncErrorCode code)
    {
        await using var service = await HookedService.StartAsync();
        service.Rules.Before = request => request.Operation == SyncOperation.Upload ? new SyncRefusal("Not on \"Sundays\".", (int)status) : null;
        foreach (var isJson in new[] { true, false })
        {
            using var stranger = new Stranger(service.Service.Address, "shop", isJson);
            var (refused, body) = await stranger.SendAsync(HttpMethod.Post, "UploadChanges", StrangerFeed.Format(null, [StrangerEntry.NewItem(s_one, "one")], isJson));
            Assert.Equal(status, refused);
            Assert.Contains(isJson ? "Not on \\\"Sundays\\\"." : "Not on &quot;Sundays&quot;.", body, StringComparison.Ordinal);
            Assert.Empty(await stranger.DownloadAsync());
        }

        using var folder = new TemporaryFolder();
        var store = $"Data Source={folder.File("leaf.db")}";
        await using var leaf = ShopScope.Sqlite(store);
        await using var hub = ShopScope.Http(service.Service.Address);
        await leaf.ProvisionAsync();
        TestStores.Run(store, $"INSERT INTO Item VALUES ('{s_one}', 'leaf', '1', NULL)");
        var options = new SyncOptions { TransientRetriesMax = 1, TransientRetryDelay = TimeSpan.FromMilliseconds(1) };
        var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(options));
        Assert.Equal((code, status == HttpStatusCode.ServiceUnavailable), (error.Code, error.IsTransient));
        Assert.DoesNotContain("write leaf", service.Rules.Calls.Select(call => call.Split(' ', 2)[1]));
        Assert.Empty(service.Titles());

        service.Rules.Before = _ => null;
        await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(options);
        Assert.Equal(["leaf"], service.Titles());
    }

    [Fact]
    public async Task Refused_download_gives_nothing()
    {
        await using var service = await HookedService.StartAsync();
        TestStores.Run(service.Shop, $"INSERT INTO Item VALUES ('{s_one}', 'hub', '1', NULL)");
        service.Rules.Before = _ => new SyncRefusal("No.", StatusCodes.Status451UnavailableForLegalReasons);
        using var stranger = new Stranger(service.Service.Address, "shop", isJson: true);

        Assert.Equal((HttpStatusCode.UnavailableForLegalReasons, "{\"ErrorDescription\":\"No.\"}"), await stranger.SendAsync(HttpMethod.Get, "DownloadChanges", null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyncRefusal("Fine.", StatusCodes.Status200OK));
    }

    [Theory]
    [InlineData("throw")]
    [InlineData("break off")]
    [InlineData("malformed")]
    [InlineData("rekey")]
    [InlineData("resolve")]
    public async Task Hook_that_fails_is_an_error_of_the_service_and_nothing_is_taken(string failure)
    {
        await using var service = await HookedService.StartAsync();
        using var stranger = new Stranger(service.Service.Address, "shop", isJson: true);
        TestStores.Run(service.Shop, $"INSERT INTO Item VALUES ('{s_one}', 'hub', '1', NULL)");
        service.Rules.Writing = (row, _) => failure switch
        {
            "throw" when row.Id == s_one => throw new InvalidOperationException("A secret."),
            "break off" when row.Id == s_one => throw new EndOfStreamException("A secret."),
            "malformed" when row.Id == s_one => throw new SyncException(SyncErrorCode.MalformedData, "A secret."),
            "rekey" when row.Id == s_one => RowDecision<Item>.Change(row with { Id = Guid.NewGuid() }),
            _ => RowDecision<Item>.Accept,
        };
        service.Rules.Resolve = _ => failure == "resolve" ? throw new InvalidOperationException("A secret.") : null;
        StrangerEntry[] rows = [StrangerEntry.NewItem(Guid.NewGuid(), "good"), StrangerEntry.NewItem(s_one, "bad")];

        var (status, body) = await stranger.SendAsync(HttpMethod.Post, "UploadChanges", StrangerFeed.Format(null, rows, isJson: true));

        Assert.Equal((HttpStatusCode.InternalServerError, "{\"ErrorDescription\":\"Internal Server Error\"}"), (status, body));
        Assert.Equal(["hub"], service.Titles());
        var logged = Assert.Single(service.Log.Entries);
        Assert.Contains($"{{\"Id\":\"{s_one}\"}}", logged, StringComparison.Ordinal);
        Assert.Contains(failure == "resolve" ? "The conflict hook of table 'Item' failed" : "ItemHooks", logged, StringComparison.Ordinal);
        Assert.Contains(failure == "rekey" ? "one of another key" : "A secret.", logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_after_which_a_hook_fails_stands_and_is_taken_once()
    {
        await using var service = await HookedService.StartAsync();
        using var device = service.Device(isJson: true);
        await device.SyncAsync();
        service.Rules.Uploaded = _ => throw new InvalidOperationException("The mail server is away.");
        device.Put(s_one, "one");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => device.SyncAsync());
        service.Rules.Uploaded = _ => { };
        await device.SyncAsync();

        Assert.StartsWith("500", error.Message, StringComparison.Ordinal);
        Assert.Equal(["one"], service.Titles());
        Assert.Equal(["one"], device.Titles);
        Assert.Equal(["uploaded 1, 0 notes", "uploaded 0, 0 notes"], service.Rules.Calls.Select(call => call.Split(' ', 2)[1]).Where(call => call.StartsWith("uploaded", StringComparison.Ordinal)));
        Assert.Contains("ShopHooks failed after an upload: The mail server is away.", Assert.Single(service.Log.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public void Hooks_that_would_never_be_called_are_no_option()
    {
        var options = new SyncServiceOptions().UseHooks<ShopHooks>().UseRowHooks<Item, ItemHooks>();

        Assert.Throws<InvalidOperationException>(() => options.UseHooks<ShopHooks>());
        Assert.Throws<InvalidOperationException>(() => options.UseRowHooks<Item, ItemHooks>());
    }

    [Fact]
    public async Task Hooks_of_rows_that_the_scope_has_not_are_found_when_it_is_mapped()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestService.StartAsync(configureScope: (_, options) => options.UseRowHooks<Chore, ChoreHooks>()));

        Assert.Contains("no rows of Chore", error.Message, StringComparison.Ordinal);
        Assert.Contains("Item, Label", error.Message, StringComparison.Ordinal);
    }
}
