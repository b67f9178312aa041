using SyncGen.Conflicts;

namespace SyncGen.AspNetCore.Hooks;

/// <summary>
/// What an application makes of an entity's rows that clients send up: derive, override, and name the class with
/// <see cref="SyncServiceOptions.UseRowHooks{TRow, THooks}"/>. One is made for each request, with what it takes from the request's
/// services. An exception is a 500 that the log explains, and nothing of the upload is taken.
/// </summary>
/// <remarks>
/// Each row of an upload is asked about once, parents before children, before any is applied. An upload whose answer was lost comes again,
/// and its rows are asked about again, though they are not taken twice.
/// </remarks>
/// <typeparam name="TRow">The entity class.</typeparam>
public abstract class SyncRowHooks<TRow>
    where TRow : class
{
    /// <summary>Called for a row that a client inserted or updated.</summary>
    /// <param name="row">A copy of the row. If it is accepted, it is taken as it is then: to set its properties is to change it.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    public virtual ValueTask<RowDecision<TRow>> WritingAsync(TRow row, SyncRequest request, CancellationToken cancellationToken) => default;

    /// <summary>Called for a row that a client deleted. To change it is to write a row instead of the deletion.</summary>
    /// <param name="key">The row, of which only the key properties have a meaning.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    public virtual ValueTask<RowDecision<TRow>> DeletingAsync(TRow key, SyncRequest request, CancellationToken cancellationToken) => default;

    /// <summary>
    /// Settles a conflict. Called within the store's transaction, more than once if that is repeated: decide by what is given, and do not
    /// touch the store. A row that had waited in quarantine is decided in the request that lets it in, which may be another user's.
    /// </summary>
    /// <param name="conflict">The conflict; its rows are copies.</param>
    /// <param name="request">The request.</param>
    /// <returns>What stays; null leaves it to the scope's own hook, and so to the policy.</returns>
    public virtual ConflictResolution<TRow>? Resolve(Conflict<TRow> conflict, SyncRequest request) => null;
}
