using SyncGen.Providers;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>The hub's store while a request has it.</summary>
internal sealed class HubLease(HubPool pool, SyncProvider provider, PeerSession session) : IAsyncDisposable
{
    public PeerSession Session => session;

    /// <summary>Tries the rows in quarantine again: what came up may be what they have waited for.</summary>
    /// <param name="taken">What became of that.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What became of both.</returns>
    public async ValueTask<BatchResult> RetryQuarantineAsync(BatchResult taken, CancellationToken cancellationToken)
    {
        var retried = await session.RetryQuarantineAsync(cancellationToken);
        return new BatchResult([.. taken.Tables, .. retried.Tables], [.. taken.Notes, .. retried.Notes]);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await session.DisposeAsync();
        }
        finally
        {
            pool.Return(provider);
        }
    }
}
