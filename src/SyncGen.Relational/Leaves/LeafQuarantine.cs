using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Leaves;

/// <summary>Tries the rows in a leaf's quarantine again.</summary>
internal sealed class LeafQuarantine(RelationalStore store, IReadOnlyList<LeafTable> tables, LeafFolder folder)
    : QuarantineRetry(store, tables)
{
    private readonly RelationalStore _store = store;

    protected override async ValueTask BeginAsync(BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await folder.FoldWithinAsync(cancellationToken);
    }

    protected override async ValueTask<bool> IsUnfinishedAsync(QuarantinedRow row, BatchAttempt attempt, CancellationToken cancellationToken) =>
        _store.State.Hub is { } hub && (await _store.Replicas.ReadAsync(hub, cancellationToken)).Cursor is not null;

    protected override ValueTask FinishAsync(BatchAttempt attempt, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
