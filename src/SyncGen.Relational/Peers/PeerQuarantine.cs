using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>Tries the rows in a peer's quarantine again.</summary>
internal sealed class PeerQuarantine(RelationalStore store, IReadOnlyList<PeerTable> tables, PeerFolder folder)
    : QuarantineRetry(store, tables)
{
    private readonly RelationalStore _store = store;

    protected override async ValueTask BeginAsync(BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await folder.FoldWithinAsync(cancellationToken);
        attempt.Own = await _store.KnowledgeAsync(cancellationToken);
    }

    // Knowledge is taken over with the last batch: whoever gave it had all that the deletion had seen.
    protected override async ValueTask<bool> IsUnfinishedAsync(QuarantinedRow row, BatchAttempt attempt, CancellationToken cancellationToken) =>
        row.Leaf is { } leaf
            ? (await _store.Replicas.ReadAsync(leaf, cancellationToken)).Cursor is not null
            : attempt.Own.TickOf(row.Version.Replica) < row.Version.Tick;

    protected override ValueTask FinishAsync(BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var after = attempt.Own.Copy();
        foreach (var version in attempt.Learned)
        {
            after.RemoveMissing(version);
        }

        return _store.Known.WriteAsync(attempt.Own, after, _store.State, cancellationToken);
    }
}
