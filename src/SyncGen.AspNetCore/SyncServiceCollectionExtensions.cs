using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SyncGen.AspNetCore.Hosting;

namespace SyncGen.AspNetCore;

/// <summary>Registers what a synchronisation service needs.</summary>
public static class SyncServiceCollectionExtensions
{
    /// <summary>
    /// Registers what a synchronisation service needs; the scopes' stores are registered beside it. What clients keep for the service is
    /// protected by Data Protection: where several servers share the work, they share its key ring, too.
    /// </summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddSyncGen(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddDataProtection();
        services.TryAddSingleton(SyncEnvironment.Default);
        services.TryAddSingleton<SyncServices>();
        return services;
    }
}
