using SyncGen.Providers;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>The hub's store while a request has it.</summary>
internal sealed class HubLease(HubPool pool, SyncProvider provider, PeerSession session) : IAsyncDisposable
{
    public PeerSession Session => session;

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
