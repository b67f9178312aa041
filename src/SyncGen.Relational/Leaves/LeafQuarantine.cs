using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Leaves;

/// <summary>Tries the rows in a leaf's quarantine again.</summary>
internal sealed class LeafQuarantine(RelationalStore store, IReadOnlyList<LeafTable> tables, LeafFolder folder)
    : QuarantineRetry(store)
{
    private readonly RelationalStore _store = store;

    protected override async ValueTask BeginAsync(BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await folder.FoldWithinAsync(cancellationToken);
        foreach (var table in tables)
        {
            table.BeginAttempt();
        }
    }

    protected override ValueTask<WriteOutcome> RetryAsync(QuarantinedRow row, BatchAttempt attempt, CancellationToken cancellationToken) =>
        TableOf(row).RetryAsync(row, attempt, cancellationToken);

    protected override ValueTask<List<string>> MakeRoomAsync(
        QuarantinedRow row, Func<string, bool> mayGiveUp, CancellationToken cancellationToken) =>
        TableOf(row).MakeRoomAsync(row, mayGiveUp, cancellationToken);

    protected override ValueTask<bool> IsSuspectAsync(QuarantinedRow row, Suspicion suspicion, CancellationToken cancellationToken) =>
        TableOf(row).IsSuspectAsync(row, suspicion, cancellationToken);

    protected override async ValueTask<bool> IsUnfinishedAsync(QuarantinedRow row, BatchAttempt attempt, CancellationToken cancellationToken) =>
        _store.State.Hub is { } hub && (await _store.Replicas.ReadAsync(hub, cancellationToken)).Cursor is not null;

    protected override ValueTask FinishAsync(BatchAttempt attempt, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private LeafTable TableOf(QuarantinedRow row) =>
        tables.First(table => string.Equals(table.Table.Name, row.Table, StringComparison.Ordinal));
}
