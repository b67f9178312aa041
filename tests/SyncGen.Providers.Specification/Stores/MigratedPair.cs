using SyncGen.Relational;

namespace SyncGen.Providers.Specification.Stores;

/// <summary>The two stores of a pair under a later model.</summary>
/// <param name="client">The client.</param>
/// <param name="hub">The hub.</param>
public sealed class MigratedPair(RelationalProvider client, RelationalProvider hub) : IAsyncDisposable
{
    private const int SessionsMax = 6;

    /// <summary>The client.</summary>
    public RelationalProvider ClientStore => client;

    /// <summary>The hub.</summary>
    public RelationalProvider HubStore => hub;

    /// <summary>Synchronises until nothing is left to do, and fails if that takes too many sessions.</summary>
    public async Task SettleAsync(SyncOptions? options = null)
    {
        for (var i = 0; i < SessionsMax; i++)
        {
            if (!(await SyncOrchestrator.Between(client, hub).SynchronizeAsync(options ?? SyncOptions.Default)).HasChanges)
            {
                return;
            }
        }

        throw new InvalidOperationException($"{SessionsMax} sessions did not settle the stores: they go on changing each other's rows.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await hub.DisposeAsync();
    }
}
