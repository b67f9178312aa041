using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore.Requests;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>The scopes that an application serves, and their addresses.</summary>
internal sealed class SyncServices(IServiceProvider provider, IDataProtectionProvider protection, SyncEnvironment environment, ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly Dictionary<(IEndpointRouteBuilder Endpoints, string Pattern), List<ScopeService>> _roots = [];
    private readonly List<ScopeService> _services = [];

    /// <summary>The scopes that are served.</summary>
    public IEnumerable<ScopeService> Scopes => _services;

    public IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, SyncScope scope, object key, SyncServiceOptions options)
    {
        OptionsCheck.Run(options, scope);
        var stores = provider.GetKeyedService<SyncProviderFactory>(key)
            ?? throw new InvalidOperationException($"The application's services lack the store of the scope {scope.Name}. Register it, as in services.Add{(key as Type)?.Name ?? "Scope"}(…).");
        var pool = new HubPool(stores, options, environment, loggers);
        var service = new ScopeService(scope, options, pool, protection, environment, loggers);
        _services.Add(service);
        var scopeHandler = new ScopeEndpoint(service);
        var mapped = endpoints.Map($"{pattern}/{Escape(scope.Name)}/{{**{ScopeEndpoint.Operation}}}", scopeHandler.RunAsync).WithDisplayName($"SyncGen {scope.Name}");
        if (_roots.TryGetValue((endpoints, pattern), out var services))
        {
            services.Add(service);
            return mapped;
        }

        services = [service];
        _roots.Add((endpoints, pattern), services);
        var root = endpoints.Map($"{pattern}/{{**{ScopeEndpoint.Operation}}}", new RootEndpoint(services).RunAsync).WithDisplayName("SyncGen");
        return new JointConventions(mapped, root);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }
    }

    // Braces would be parameters of the route.
    private static string Escape(string name) => name.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
