using SyncGen.Model;

namespace SyncGen.Conflicts;

/// <summary>
/// Decides conflicts for one session, before the scope's own hook is asked. Called while a batch is applied, within its transaction: do
/// not touch the store. A batch may be applied again after a deadlock, and its conflicts are decided again then.
/// </summary>
public interface IConflictHandler
{
    /// <summary>
    /// Settles a conflict. An exception fails the batch, as <see cref="SyncErrorCode.ConflictHandlerFailed"/>, and nothing of it is applied.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="conflict">The conflict; its rows are copies.</param>
    /// <typeparam name="TRow">The entity class.</typeparam>
    /// <returns>What stays; null leaves it to the scope's hook, and so to the policy.</returns>
    ConflictResolution<TRow>? Resolve<TRow>(SyncTable<TRow> table, Conflict<TRow> conflict)
        where TRow : class;
}
