using SyncGen.Providers;

namespace SyncGen.AspNetCore.Hooks;

/// <summary>
/// What an application does before and after each request of a scope: derive, override, and name the class with
/// <see cref="SyncServiceOptions.UseHooks{THooks}"/>. One is made for each request, with what it takes from the request's services. An
/// exception is a 500 that the log explains.
/// </summary>
public abstract class SyncScopeHooks
{
    /// <summary>Called before a batch is read.</summary>
    /// <returns>Why the request is refused; null: it is not.</returns>
    public virtual ValueTask<SyncRefusal?> DownloadingAsync(SyncRequest request, CancellationToken cancellationToken) => default;

    /// <summary>Called after a batch was read and before it is sent.</summary>
    public virtual ValueTask DownloadedAsync(SyncRequest request, ChangeBatch batch, CancellationToken cancellationToken) => default;

    /// <summary>Called before the rows of an upload are looked at.</summary>
    /// <returns>Why the request is refused, and nothing of it taken; null: it is not.</returns>
    public virtual ValueTask<SyncRefusal?> UploadingAsync(SyncRequest request, CancellationToken cancellationToken) => default;

    /// <summary>
    /// Called after an upload was taken and before the client hears of it: it stands, and where this fails, the client sends it again. An
    /// upload whose answer was lost comes again, too, and its rows count as skipped then.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="result">What became of the rows: counts, conflicts and refusals; also of rows that had waited in quarantine.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    public virtual ValueTask UploadedAsync(SyncRequest request, BatchResult result, CancellationToken cancellationToken) => default;
}
