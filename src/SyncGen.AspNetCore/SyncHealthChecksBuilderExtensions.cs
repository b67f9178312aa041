using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncGen.AspNetCore.Diagnostics;
using SyncGen.AspNetCore.Hosting;

namespace SyncGen.AspNetCore;

/// <summary>Lets an application's health checks look at its synchronisation service.</summary>
public static class SyncHealthChecksBuilderExtensions
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds a check that the store of each scope that is served can be opened, is provisioned, and has the program's model. It writes
    /// nothing. Degraded: a store is busy, or its first session will provision it; what is said names scopes and codes alone, and the log
    /// has the rest.
    /// </summary>
    /// <param name="builder">The application's health checks.</param>
    /// <param name="name">The check's name. Default: <c>syncgen</c>.</param>
    /// <param name="failureStatus">What it is where a store cannot be opened. Default: null, unhealthy.</param>
    /// <param name="tags">Tags, by which checks are chosen. Default: none.</param>
    /// <param name="timeout">How long a store has to answer, more than 0 and at most 1 hour. Default: 5 seconds.</param>
    public static IHealthChecksBuilder AddSyncGen(
        this IHealthChecksBuilder builder, string name = "syncgen", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var time = timeout ?? s_timeout;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(timeout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromHours(1), nameof(timeout));
        builder.Services.AddSyncGen();
        return builder.Add(new HealthCheckRegistration(name, provider => new SyncHealthCheck(provider.GetRequiredService<SyncServices>(), time), failureStatus, tags));
    }
}
