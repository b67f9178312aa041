using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hosting;
using SyncGen.Reports;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>What was found out about a scope for the page for operators.</summary>
/// <param name="Service">The scope.</param>
/// <param name="Report">What the store says; null where it cannot be opened.</param>
/// <param name="Problem">Why it cannot be opened; null where it can.</param>
internal sealed record ScopeFindings(ScopeService Service, StoreReport? Report, string? Problem)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    /// <summary>Looks at a scope's store. That it cannot be opened is a finding, too.</summary>
    public static async Task<ScopeFindings> GatherAsync(ScopeService service, CancellationToken cancellationToken)
    {
        try
        {
            var most = service.Options.DiagnosticRowsMax;
            return new(service, await StoreLook.RunAsync(service, s_timeout, (store, cancel) => store.InspectAsync(most, cancel), cancellationToken), null);
        }
        catch (SyncException error)
        {
            return new(service, null, $"{error.Code}: {error.Message}");
        }
        catch (TimeoutException error)
        {
            return new(service, null, error.Message);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Nobody knows what is in its message.
            ServiceLog.LookFailed(service.Logger, service.Scope.Name, error);
            return new(service, null, "The store failed in a way that SyncGen does not know. The service's log says how.");
        }
    }
}
