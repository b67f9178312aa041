using SyncGen.AspNetCore.Errors;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>What is done when a client's blob shows that the hub was restored from a backup.</summary>
internal static class HubRestore
{
    /// <summary>
    /// The hub takes a new identity, so that all its partners learn of it. Call it only where the blob is of the hub's present identity:
    /// older ones have been dealt with.
    /// </summary>
    public static async ValueTask ResetAsync(PeerSession session, ScopeService service, CancellationToken cancellationToken)
    {
        if (await session.ResetIdentityAsync(long.MaxValue, cancellationToken))
        {
            ServiceLog.Reset(service.Logger, service.Scope.Name);
        }
    }
}
