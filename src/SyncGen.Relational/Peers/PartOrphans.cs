using SyncGen.Providers;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>
/// Rows that a peer with a part wrote under parents which this store rejected, or removed. They wait for what will never come, and
/// whoever wrote them must hear so: it could not let go of the parents either.
/// </summary>
internal sealed class PartOrphans(RelationalStore store, IReadOnlyList<PeerTable> tables)
{
    /// <summary>
    /// Rejects the rows that wait for nothing but parents that are not here, when all that their source had to send has come. As long
    /// as one of its rows waits for something else, the others may be waiting for that one.
    /// </summary>
    public async ValueTask RejectAsync(ChangeBatch batch, PullContext pull, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (pull.Filter is null || !batch.IsLast)
        {
            return;
        }

        var waiting = await SentByAsync(pull.Source, cancellationToken);
        foreach (var id in waiting)
        {
            var row = await FindAsync(id, cancellationToken);
            if (!await TableOf(row).LacksParentAsync(row, cancellationToken))
            {
                return;
            }
        }

        foreach (var id in waiting)
        {
            var row = await FindAsync(id, cancellationToken);
            await TableOf(row).RejectAsync(row, PartRefusal.Outcome, attempt, cancellationToken);
            await store.Quarantine.RemoveAsync(id, cancellationToken);
        }
    }

    /// <summary>The numbers of rows that wait and that a peer with a part sent, oldest first.</summary>
    private async ValueTask<List<long>> SentByAsync(int replica, CancellationToken cancellationToken)
    {
        var dialect = store.Connection.Dialect;
        var statement = store.Connection.Statement(
            $"SELECT id FROM {dialect.Quote(new ScopeNames(store.Scope.Name, dialect).Quarantine)} WHERE leaf IS NULL AND source = {dialect.Parameter(0)} ORDER BY id");
        statement.Parameters.SetInt32(0, replica);
        var ids = new List<long>();
        while (await statement.ReadAsync(cancellationToken))
        {
            ids.Add(statement.Row.GetInt64(0));
        }

        return ids;
    }

    private async ValueTask<QuarantinedRow> FindAsync(long id, CancellationToken cancellationToken) =>
        await store.Quarantine.FindAsync(id, cancellationToken)
        ?? throw new InvalidOperationException($"Row {id} left the quarantine within the transaction that looks at it.");

    private PeerTable TableOf(QuarantinedRow row) => tables.First(table => string.Equals(table.Table.Name, row.Table, StringComparison.Ordinal));
}
