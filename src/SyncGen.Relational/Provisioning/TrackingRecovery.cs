using SyncGen.Model;
using SyncGen.Relational.State;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Provisioning;

/// <summary>
/// Makes good for the time in which triggers were gone: nobody knows what was written then, so every row counts as
/// written, at a time older than any, such that it travels and yet overrides nobody's edit.
/// </summary>
internal sealed class TrackingRecovery(RelationalConnection connection, SyncScope scope, SyncRole role)
{
    public async ValueTask RunAsync(IReadOnlyDictionary<SyncTable, TrackingGap> gaps, CancellationToken cancellationToken)
    {
        foreach (var table in scope.Tables.Where(table => gaps[table] != TrackingGap.None))
        {
            var sql = (await StatementsOfAsync(table, cancellationToken)).Log;
            if (gaps[table] == TrackingGap.All)
            {
                await connection.Statement(sql.TouchAll).RunAsync(cancellationToken);
            }

            if (role == SyncRole.Peer)
            {
                await connection.Statement(sql.TouchVanished).RunAsync(cancellationToken);
            }
        }

        if (role == SyncRole.Leaf)
        {
            await ReconcileAsync(cancellationToken);
        }
    }

    /// <summary>A leaf does not know what it held: it reads its part again, and so gets back the rows that went unseen.</summary>
    public async ValueTask ReconcileAsync(CancellationToken cancellationToken)
    {
        var states = new StateTable(connection, new ScopeNames(scope.Name, connection.Dialect));
        if (await states.ReadAsync(cancellationToken) is { Hub: not null } state)
        {
            state.Flags |= StoreFlags.Reconcile;
            await states.UpdateAsync(state, cancellationToken);
            foreach (var table in scope.Tables)
            {
                var sql = (await StatementsOfAsync(table, cancellationToken)).Leaf;
                await connection.Statement(sql.ClearSeen).RunAsync(cancellationToken);
            }
        }
    }

    private async ValueTask<TableStatements> StatementsOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        new(scope.Name, table, connection.Dialect, await connection.TraitsOfAsync(table, cancellationToken));
}
