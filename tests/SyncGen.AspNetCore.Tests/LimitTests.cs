using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Http;
using SyncGen.OData.Feeds;
using SyncGen.Testing;

namespace SyncGen.AspNetCore.Tests;

/// <summary>What may be large, long, slow or many has a limit, and every limit a greatest value.</summary>
public sealed class LimitTests
{
    /// <summary>Options beyond their ranges: what the error names.</summary>
    public static TheoryData<string, string, Action<SyncServiceOptions>> Beyond => new()
    {
        { "BatchBytesMax", "0", options => options.BatchBytesMax = 0 },
        { "BatchBytesMax", "67108864", options => options.BatchBytesMax = int.MaxValue },
        { "QueryLengthMax", "65536", options => options.QueryLengthMax = 65_537 },
        { "SessionsMax", "1000", options => options.SessionsMax = 1001 },
        { "SessionTimeout", "01:00:00", options => options.SessionTimeout = TimeSpan.FromHours(2) },
        { "SessionTimeout", "-00:00:01", options => options.SessionTimeout = TimeSpan.FromSeconds(-1) },
        { "RequestTimeout", "00:00:00.5000000", options => options.RequestTimeout = TimeSpan.FromSeconds(0.5) },
        { "RequestTimeout", "01:00:00", options => options.RequestTimeout = TimeSpan.MaxValue },
        { "RequestsPerUserMax", "0", options => options.RequestsPerUserMax = 0 },
        { "WaitingPerUserMax", "1000", options => options.WaitingPerUserMax = 1001 },
        { "Limits.BytesMax", "1073741824", options => options.Limits = new FeedLimits { BytesMax = long.MaxValue } },
        { "Limits.EntryBytesMax", "268435456", options => options.Limits = new FeedLimits { EntryBytesMax = int.MaxValue } },
        { "Limits.EntriesMax", "1000000", options => options.Limits = new FeedLimits { EntriesMax = 1_000_001 } },
        { "Limits.DepthMax", "65", options => options.Limits = new FeedLimits { DepthMax = 65 } },
        { "Limits.TextLengthMax", "134217728", options => options.Limits = new FeedLimits { TextLengthMax = 134_217_729 } },
        { "PublicAddress", "ftp://shop", options => options.PublicAddress = new Uri("ftp://shop") },
        { "PublicAddress", "/sync", options => options.PublicAddress = new Uri("/sync", UriKind.Relative) },
    };

    [Theory]
    [MemberData(nameof(Beyond))]
    public async Task Option_beyond_its_range_ends_the_start_with_its_name_and_its_range(string name, string shown, Action<SyncServiceOptions> set)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => HostedApplication.StartAsync(application => application.MapShopScope("/sync", set)));

        Assert.StartsWith(name + " ", error.Message, StringComparison.Ordinal);
        Assert.Contains(shown, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_that_is_too_long_is_refused_and_one_that_is_not_is_taken(bool isJson)
    {
        await using var service = await TestService.StartAsync(options => options.Limits = new FeedLimits { TextLengthMax = 100 });
        using var stranger = new Stranger(service.Address, "Shop", isJson);

        await stranger.UploadAsync([StrangerEntry.NewItem(Guid.NewGuid(), new string('x', 100))]);
        var (status, body) = await stranger.SendAsync(
            HttpMethod.Post, "UploadChanges", StrangerFeed.Format(stranger.Blob, [StrangerEntry.NewItem(Guid.NewGuid(), new string('x', 101))], isJson));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("Title", body, StringComparison.Ordinal);
        Assert.Single(TestStores.Read(service.Stores.Shop, "SELECT * FROM Item"));
    }

    [Theory]
    [InlineData(100, 1, 100, true)]
    [InlineData(101, 1, 100, false)]
    [InlineData(2, 6, 100, false)]
    [InlineData(1200, 1, 2000, false)]
    public async Task Limits_hold_for_the_compact_format(int textLength, int rows, int textLengthMax, bool isTaken)
    {
        await using var service = await TestService.StartAsync(options => options.Limits = new FeedLimits { TextLengthMax = textLengthMax, EntriesMax = 5, EntryBytesMax = 1024 });
        using var folder = new TemporaryFolder();
        var store = $"Data Source={folder.File("leaf.db")}";
        using var http = new HttpClient();
        await using var leaf = ShopScope.Sqlite(store);
        await using var hub = ShopScope.Http(service.Address, new HttpProviderOptions { Client = () => http });
        await leaf.ProvisionAsync();
        for (var i = 0; i < rows; i++)
        {
            TestStores.Run(store, $"INSERT INTO Item VALUES ('{Guid.NewGuid()}', '{new string('x', textLength)}', '1', NULL)");
        }

        var session = SyncOrchestrator.Between(leaf, hub).SynchronizeAsync();

        if (isTaken)
        {
            await session;
        }
        else
        {
            Assert.Equal(SyncErrorCode.LimitExceeded, (await Assert.ThrowsAsync<SyncException>(() => session)).Code);
        }

        Assert.Equal(isTaken ? rows : 0, TestStores.Read(service.Stores.Shop, "SELECT * FROM Item").Count);
    }

    [Fact]
    public async Task Request_that_takes_too_long_ends_with_nothing_applied_and_can_be_made_again()
    {
        await using var service = await TestService.StartAsync(options => options.RequestTimeout = TimeSpan.FromSeconds(1));
        using var stranger = new Stranger(service.Address, "Shop", isJson: true);
        var feed = StrangerFeed.Format(null, [StrangerEntry.NewItem(Guid.NewGuid(), "late")], isJson: true);
        await using (var blocker = new Microsoft.Data.Sqlite.SqliteConnection(service.Stores.Shop + ";Pooling=False"))
        {
            // The store itself would wait for half a minute.
            await blocker.OpenAsync();
            await using var transaction = blocker.BeginTransaction(deferred: false);
            var started = TimeProvider.System.GetTimestamp();
            using var response = await stranger.SendRequestAsync(HttpMethod.Post, "UploadChanges", Encoding.UTF8.GetBytes(feed));

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter?.Delta);
            Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0.9, 15);
        }

        Assert.Empty(TestStores.Read(service.Stores.Shop, "SELECT * FROM Item"));
        HttpStatusCode status;
        do
        {
            // A second may be short on a busy machine.
            status = (await stranger.SendAsync(HttpMethod.Post, "UploadChanges", feed)).Status;
        }
        while (status == HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["late"], TestStores.Read(service.Stores.Shop, "SELECT Title FROM Item"));
    }

    [Fact]
    public async Task Body_that_does_not_come_ends_the_request()
    {
        await using var service = await TestService.StartAsync(options => options.RequestTimeout = TimeSpan.FromSeconds(1));
        using var client = new TcpClient();
        await client.ConnectAsync(service.Address.Host, service.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /sync/Shop/UploadChanges HTTP/1.1\r\nHost: {service.Address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{\"d\":"));
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 503 Service Unavailable", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task User_with_too_many_requests_waits_then_is_sent_away_and_holds_nobody_else_up()
    {
        using var gate = new ManualResetEventSlim();
        var atWork = new TaskCompletionSource();
        await using var application = await HostedApplication.StartAsync(application => application.MapChoreScope("/sync", options =>
        {
            (options.RequestsPerUserMax, options.WaitingPerUserMax) = (1, 1);
            options.Bind("owner", context => Owner(context));
        }));
        using var ann = new Stranger(application.Address, "chores", isJson: true, "ann");
        using var ben = new Stranger(application.Address, "chores", isJson: true, "ben");

        var first = AskAsync(ann);
        await atWork.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var others = new List<Task<HttpResponseMessage>> { AskAsync(ann), AskAsync(ann) };
        var refused = await Task.WhenAny(others).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await refused).StatusCode);
        Assert.NotNull((await refused).Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(ben)).StatusCode);
        gate.Set();

        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await others.Single(other => other != refused)).StatusCode);

        IReadOnlyList<string?> Owner(HttpContext context)
        {
            var user = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
            if (user == "ann")
            {
                atWork.TrySetResult();
                Assert.True(gate.Wait(TimeSpan.FromSeconds(60)));
            }

            return [user];
        }

        static Task<HttpResponseMessage> AskAsync(Stranger stranger) => stranger.SendRequestAsync(HttpMethod.Get, "DownloadChanges", null);
    }

    [Fact]
    public async Task Who_is_not_signed_in_does_not_share_the_turns_of_a_user()
    {
        await using var service = await TestService.StartAsync(options => (options.RequestsPerUserMax, options.WaitingPerUserMax) = (1, 0));
        using var nobody = new Stranger(service.Address, "Shop", isJson: true);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => nobody.SendAsync(HttpMethod.Get, "DownloadChanges", null)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }
}
