using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hosting;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>Looks whether the store of each scope that is served could take a session. What it tells names scopes and codes, and nothing of a store.</summary>
internal sealed class SyncHealthCheck(SyncServices services, TimeSpan timeout) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A scope may be served at several addresses: its store is looked at once.
        var scopes = services.Scopes.DistinctBy(service => service.Pool.Stores).ToList();
        var found = await Task.WhenAll(scopes.Select(service => CheckAsync(service, context.Registration.FailureStatus, cancellationToken)));
        var words = scopes.Zip(found, (service, result) => (service.Scope.Name, result.Words)).ToList();
        return new HealthCheckResult(
            found.Select(result => result.Status).DefaultIfEmpty(HealthStatus.Healthy).Min(),
            words.Count == 0 ? "No scope is served." : string.Join(" ", words.Select(scope => $"{scope.Name}: {scope.Words}.")),
            data: words.DistinctBy(scope => scope.Name).ToDictionary(scope => scope.Name, scope => (object)scope.Words));
    }

    private async Task<(HealthStatus Status, string Words)> CheckAsync(ScopeService service, HealthStatus failure, CancellationToken cancellationToken)
    {
        try
        {
            return await StoreLook.RunAsync(service, timeout, (store, cancel) => store.CheckAsync(cancel).AsTask(), cancellationToken)
                ? (HealthStatus.Healthy, "ready")
                : (HealthStatus.Degraded, "not provisioned yet, which its first session does");
        }
        catch (SyncException error) when (error.Code is SyncErrorCode.StoreBusy or SyncErrorCode.StoreContended)
        {
            return (HealthStatus.Degraded, $"busy ({error.Code})");
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // A driver's message may name servers and users.
            ServiceLog.LookFailed(service.Logger, service.Scope.Name, error);
            return (failure, error is SyncException { Code: var code } ? $"cannot be opened ({code})" : error is TimeoutException ? "does not answer in time" : "cannot be opened");
        }
    }
}
