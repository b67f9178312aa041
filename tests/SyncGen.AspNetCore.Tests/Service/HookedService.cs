using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore.Tests.Model;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>A service whose items have hooks, and those hooks' rules.</summary>
internal sealed class HookedService : IAsyncDisposable
{
    private HookedService(TestService service, HookRules rules, LogRecorder log) => (Service, Rules, Log) = (service, rules, log);

    public TestService Service { get; }

    public HookRules Rules { get; }

    public LogRecorder Log { get; }

    public string Shop => Service.Stores.Shop;

    public static async Task<HookedService> StartAsync(Action<SyncServiceOptions>? configure = null)
    {
        var (rules, log) = (new HookRules(), new LogRecorder());
        var service = await TestService.StartAsync(
            configure,
            services: services => services.AddSingleton(rules).AddScoped<RequestNumber>().AddSingleton<ILoggerProvider>(log),
            configureScope: (scope, options) => _ = scope == ChoreScope.Definition
                ? options.UseRowHooks<Chore, ChoreHooks>()
                : options.UseHooks<ShopHooks>().UseRowHooks<Item, ItemHooks>());
        return new HookedService(service, rules, log);
    }

    public StrangerDevice Device(bool isJson) => new(new Stranger(Service.Address, "shop", isJson));

    public IReadOnlyList<string> Titles() => TestStores.Read(Shop, "SELECT Title FROM Item ORDER BY Title");

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}
