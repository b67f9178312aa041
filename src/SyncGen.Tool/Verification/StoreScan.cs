using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational;

namespace SyncGen.Tool.Verification;

/// <summary>Scans tables of one store, each as of one moment.</summary>
internal sealed class StoreScan(RelationalProvider store)
{
    /// <summary>The store's name for people.</summary>
    public string Name => store.DisplayName;

    /// <summary>Scans a table; answers what could not be read.</summary>
    public Task<IReadOnlyList<UnreadableRow>> RunAsync(SyncTable table, Action<ScannedRow> take, CancellationToken cancellationToken) => store.LookAsync(async connection =>
    {
        var unreadable = new List<UnreadableRow>();
        await connection.BeginAsync(TransactionKind.Read, cancellationToken);
        await table.Accept(new TableScan(connection, store.Scope.Name, take, unreadable.Add, cancellationToken));
        return (IReadOnlyList<UnreadableRow>)unreadable;
    }, [], cancellationToken);
}
