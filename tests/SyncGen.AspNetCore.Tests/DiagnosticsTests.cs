using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;

namespace SyncGen.AspNetCore.Tests;

/// <summary>The page for operators shows what there is to those who may look, and is nothing to others.</summary>
public sealed class DiagnosticsTests
{
    [Fact]
    public async Task Page_is_not_there_unless_it_is_switched_on_and_lets_the_user_in()
    {
        await using var off = await OperatedShop.StartAsync(null);
        await using var on = await OperatedShop.StartAsync(options => options.ShowDiagnosticsTo(context => context.Request.Headers["X-User"] == "ops"));

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(off, "ops")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(on, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(on, "ann")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(on, "ops")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await GetAsync(on, "ops", HttpMethod.Post)).StatusCode);
    }

    [Fact]
    public async Task Policy_of_the_application_lets_in()
    {
        await using var application = await OperatedShop.StartAsync(
            options => options.ShowDiagnosticsTo("operators"),
            services => services.AddAuthorization(options => options.AddPolicy("operators", policy => policy.RequireAssertion(context => context.User.Identity?.IsAuthenticated == true))));

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(application, null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(application, "ops")).StatusCode);
    }

    [Fact]
    public async Task Page_shows_the_scopes_that_are_switched_on_with_their_tables_conflicts_quarantine_and_requests()
    {
        await using var application = await OperatedShop.StartAsync(options => options.ShowDiagnosticsTo(_ => true));
        using var response = await GetAsync(application, null);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"scope-1-name\">Shop</h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("chores", page, StringComparison.Ordinal);
        Assert.Contains("ServerWins: the row that was here stands", page, StringComparison.Ordinal);
        Assert.Contains("1 in quarantine", page, StringComparison.Ordinal);
        Assert.Contains("ForeignKeyViolated", page, StringComparison.Ordinal);
        Assert.Contains("5 requests to this server since", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"mark warn\">400</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;document.title = &#x27;taken over&#x27;&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_comes_where_a_store_cannot_be_opened_and_says_so()
    {
        await using var application = await OperatedShop.StartAsync(options => options.ShowDiagnosticsTo(_ => true));
        application.Stores.Ruin("shop.db");

        using var response = await GetAsync(application, null);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Cannot be opened", page, StringComparison.Ordinal);
        Assert.Contains("StoreCorrupt", page, StringComparison.Ordinal);
        Assert.Contains("Last requests", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_finds_triggers_that_are_gone()
    {
        await using var application = await OperatedShop.StartAsync(options => options.ShowDiagnosticsTo(_ => true));
        TestStores.Run(application.Stores.Shop, "DROP TRIGGER syncgen_Shop_Item_insert");

        var page = await (await GetAsync(application, null)).Content.ReadAsStringAsync();

        Assert.Contains("SchemaMismatch", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_shows_no_more_entries_than_it_may_and_says_how_many_there_are()
    {
        await using var application = await OperatedShop.StartAsync(options =>
        {
            options.ShowDiagnosticsTo(_ => true);
            options.DiagnosticRowsMax = 2;
        });
        TestStores.Run(application.Stores.Shop, """
            INSERT INTO syncgen_Shop_conflict (recorded, table_name, row_key, policy, outcome, loser_replica, loser_tick, loser_time, loser_deleted, loser_row, winner_replica, winner_tick, winner_time, winner_deleted, winner_row)
            SELECT recorded, table_name, row_key, policy, outcome, loser_replica, loser_tick, loser_time, 1, NULL, winner_replica, winner_tick, winner_time, 0, 'no JSON' FROM syncgen_Shop_conflict
            """);
        TestStores.Run(application.Stores.Shop, "INSERT INTO syncgen_Shop_conflict SELECT NULL, recorded, table_name, row_key, policy, outcome, loser_replica, loser_tick, loser_time, loser_deleted, loser_row, winner_replica, winner_tick, winner_time, winner_deleted, winner_row FROM syncgen_Shop_conflict");

        var page = await (await GetAsync(application, null)).Content.ReadAsStringAsync();

        Assert.Contains("4; the latest 2 are shown.", page, StringComparison.Ordinal);
        Assert.Contains("no JSON", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("<details>").Length - 1);
    }

    private static async Task<HttpResponseMessage> GetAsync(HostedApplication application, string? user, HttpMethod? method = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(application.Address, "$diag"));
        if (user is not null)
        {
            request.Headers.Add("X-User", user);
        }

        return await http.SendAsync(request);
    }
}
