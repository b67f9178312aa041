using SyncGen.Model;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Rows;

/// <summary>Finds the rows of a batch that are to blame for rows that lack their parents.</summary>
internal sealed class SuspectRows<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements, BaseRows<TRow> rows)
    where TRow : class
{
    /// <summary>Whether a row of a batch may be to blame for rows that lack their parents.</summary>
    /// <param name="key">The row, or its key.</param>
    /// <param name="isWrite">Whether it was to be written, not deleted.</param>
    /// <param name="suspicion">In which way.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<bool> IsSuspectAsync(TRow key, bool isWrite, Suspicion suspicion, CancellationToken cancellationToken) =>
        suspicion switch
        {
            Suspicion.LacksParent => isWrite && await TakeOutOrphanAsync(key, cancellationToken),
            Suspicion.IsMissed => IsToBlame(key, isWrite: false) || await store.AnyAsync(statements.Missed, table, key, cancellationToken),
            // A write may have ended as a deletion too: a conflict hook can say so.
            Suspicion.IsGone => !isWrite || !await rows.ExistsAsync(key, cancellationToken),
            Suspicion.HasParents => isWrite && statements.Traits.ForeignKeys.Count > 0,
            _ => true,
        };

    private bool IsToBlame(TRow key, bool isWrite) => store.Connection.IsToBlame(table, isWrite, writer => table.WriteKey(key, writer));

    /// <summary>
    /// Whether a row lacks a parent. If so it is taken out, so that rows that refer to it are found too, however long the
    /// chain: the transaction is rolled back in any case.
    /// </summary>
    private async ValueTask<bool> TakeOutOrphanAsync(TRow key, CancellationToken cancellationToken)
    {
        if (!IsToBlame(key, isWrite: true) && !await store.AnyAsync(statements.Orphans, table, key, cancellationToken))
        {
            return false;
        }

        var delete = store.Connection.Statement(statements.Rows.Delete, table);
        table.WriteKey(key, delete.Parameters);
        await delete.WriteAsync(cancellationToken);
        return true;
    }
}
