using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Reports;

namespace SyncGen.Providers;

/// <summary>
/// Lets the orchestrator read and change one store. One session at a time; other calls wait for it. Dispose it to let
/// go of the store.
/// </summary>
public abstract class SyncProvider : IAsyncDisposable
{
    private static long s_ordinal;

    /// <summary>Creates a provider; opens nothing.</summary>
    protected SyncProvider(SyncScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Scope = scope;
    }

    /// <summary>The scope.</summary>
    public SyncScope Scope { get; }

    /// <summary>The provider's place among all of this process: the order in which sessions open stores.</summary>
    internal long Ordinal { get; } = Interlocked.Increment(ref s_ordinal);

    /// <summary>The store's name for people, such as a file's name. Never holds a secret.</summary>
    public abstract string DisplayName { get; }

    /// <summary>The role that the store is opened in.</summary>
    public abstract SyncRole Role { get; }

    /// <summary>Which part of the scope the store holds. Default: null, all of it.</summary>
    public virtual FilterBinding? Filter => null;

    /// <summary>
    /// Makes the store ready: adds the tables of the model that are missing, and what tracks changes. Idempotent, one
    /// transaction, and as fast for a full table as for an empty one.
    /// </summary>
    /// <exception cref="SyncException">The store cannot be opened, or its tables do not fit the model.</exception>
    public abstract Task ProvisionAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes away all that provisioning added, in one transaction. Tables that it made are dropped only while they are
    /// empty; tables with rows stay. Does nothing to a store that is not provisioned.
    /// </summary>
    /// <exception cref="SyncException">The store cannot be opened or changed.</exception>
    public abstract Task DeprovisionAsync(CancellationToken cancellationToken = default);

    /// <summary>Opens the store for a session: a <see cref="PeerSession"/> or a <see cref="LeafSession"/>, by its role.</summary>
    /// <exception cref="SyncException">The store cannot be opened, or is not provisioned as it is opened.</exception>
    public abstract ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken);

    /// <summary>
    /// Finds out, without changing the store, whether a session could be opened: whether the store is there, is provisioned in this
    /// role and for this model, and still has what provisioning gave it. Default: opens a session that writes nothing.
    /// </summary>
    /// <returns>Whether it is provisioned; false where it is not, and its first session will do that.</returns>
    /// <exception cref="SyncException">No session could be opened; code and message say why.</exception>
    public virtual async ValueTask<bool> CheckAsync(CancellationToken cancellationToken = default)
    {
        var session = await OpenSessionAsync(new SessionSettings { IsPreview = true }, cancellationToken).ConfigureAwait(false);
        await session.DisposeAsync().ConfigureAwait(false);
        return true;
    }

    /// <summary>Checks the store as <see cref="CheckAsync"/> does, and reads what it says of itself. Default: no more than the check.</summary>
    /// <param name="most">How many conflicts, and how many rows in quarantine, are read at the most; from 1.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SyncException">No session could be opened; code and message say why.</exception>
    public virtual async Task<StoreReport> InspectAsync(int most = 20, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return new StoreReport { IsProvisioned = await CheckAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Lets go of the store.</summary>
    public abstract ValueTask DisposeAsync();
}
