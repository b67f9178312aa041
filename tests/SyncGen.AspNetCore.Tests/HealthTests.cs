using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Providers;
using SyncGen.Sqlite;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Health checks look at the stores of the scopes that are served, for so long and no longer, and tell no secret.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Scopes_whose_stores_open_are_healthy_and_are_looked_at_once()
    {
        await using var application = await StartAsync();

        var entry = await CheckAsync(application);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("Shop: ready. chores: ready.", entry.Description);
        Assert.Equal("ready", entry.Data["Shop"]);
    }

    [Fact]
    public async Task Store_that_cannot_be_opened_is_named_with_a_code_and_no_more()
    {
        await using var application = await StartAsync();
        application.Stores.Ruin("shop.db");

        var entry = await CheckAsync(application);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("Shop: cannot be opened (StoreCorrupt). chores: ready.", entry.Description);
        Assert.Null(entry.Exception);
    }

    [Fact]
    public async Task Store_of_another_model_is_unhealthy_and_one_that_its_first_session_provisions_is_degraded()
    {
        await using var application = await StartAsync();
        TestStores.Run(application.Stores.Shop, "UPDATE syncgen_Shop_state SET model = 'another'");
        await using (var chores = ChoreScope.Sqlite(application.Stores.Chores, SyncRole.Peer))
        {
            await chores.DeprovisionAsync();
        }

        var entry = await CheckAsync(application);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("Shop: cannot be opened (ModelMismatch). chores: not provisioned yet, which its first session does.", entry.Description);
        TestStores.Run(application.Stores.Shop, $"UPDATE syncgen_Shop_state SET model = '{ShopScope.Definition.Fingerprint}'");
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(application)).Status);
    }

    [Fact]
    public async Task Store_that_does_not_answer_costs_no_more_than_the_time_it_has()
    {
        await using var application = await StartAsync(null, TimeSpan.FromMilliseconds(200));
        var started = TimeProvider.System.GetTimestamp();

        var entry = await CheckAsync(application);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith("Shop: does not answer in time.", entry.Description, StringComparison.Ordinal);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0.15, 20);
    }

    [Fact]
    public async Task What_a_driver_says_stays_in_the_log()
    {
        await using var application = await StartAsync(new InvalidOperationException("Password=hunter2"), TimeSpan.FromSeconds(30));

        var entry = await CheckAsync(application);

        Assert.Equal("Shop: cannot be opened. chores: ready.", entry.Description);
        Assert.Null(entry.Exception);
        using var http = new HttpClient();
        Assert.DoesNotContain("hunter2", await http.GetStringAsync(new Uri(application.Address, "$diag")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3601)]
    public void Time_of_a_check_has_a_range(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceCollection().AddHealthChecks().AddSyncGen(timeout: TimeSpan.FromSeconds(seconds)));

    private static Task<HostedApplication> StartAsync() => HostedApplication.StartAsync(Map, services => services.AddHealthChecks().AddSyncGen());

    private static Task<HostedApplication> StartAsync(Exception? error, TimeSpan timeout) => HostedApplication.StartAsync(Map, services =>
    {
        services.AddKeyedSingleton<SyncProviderFactory>(typeof(ShopScope), (_, _) => new SyncProviderFactory(() => new StuckProvider(ShopScope.Definition, error)));
        services.AddHealthChecks().AddSyncGen(timeout: timeout);
    });

    private static void Map(WebApplication application)
    {
        application.MapShopScope("/sync", options => options.ShowDiagnosticsTo(_ => true));
        application.MapShopScope("/again");
        application.MapChoreScope("/sync", options => options.BindClaim("owner", "sub"));
    }

    private static async Task<HealthReportEntry> CheckAsync(HostedApplication application) =>
        (await application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["syncgen"];
}
