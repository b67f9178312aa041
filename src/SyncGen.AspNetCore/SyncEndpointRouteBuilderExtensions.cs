using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SyncGen.AspNetCore.Hosting;
using SyncGen.Model;

namespace SyncGen.AspNetCore;

/// <summary>Maps scopes to addresses. Generated code calls it for each scope, as in <c>app.MapTodoScope("/sync")</c>.</summary>
public static class SyncEndpointRouteBuilderExtensions
{
    /// <summary>Serves a scope. Several scopes may have one address: it lists them all.</summary>
    /// <param name="endpoints">The application's endpoints.</param>
    /// <param name="pattern">The service's address, such as <c>/sync</c>; the scope's operations are at <c>/sync/{scope}/DownloadChanges</c> and so on.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="key">What the scope's store is registered under: the type of the scope's class.</param>
    /// <param name="configure">Sets options; null: the defaults.</param>
    /// <returns>What conventions, such as <c>RequireAuthorization</c>, can be added to.</returns>
    /// <exception cref="InvalidOperationException">The services lack SyncGen's or the store, or the store is a leaf.</exception>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static IEndpointConventionBuilder MapSyncScope(
        this IEndpointRouteBuilder endpoints, string pattern, SyncScope scope, object key, Action<SyncServiceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(scope);
        var options = new SyncServiceOptions();
        configure?.Invoke(options);
        var services = endpoints.ServiceProvider.GetService<SyncServices>()
            ?? throw new InvalidOperationException("The application's services lack those of SyncGen. Call builder.Services.AddSyncGen().");
        return services.Map(endpoints, pattern.TrimEnd('/'), scope, key, options);
    }
}
