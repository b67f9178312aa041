using System.Globalization;
using SyncGen.Model;
using SyncGen.Relational.State;
using SyncGen.Reports;

namespace SyncGen.Relational;

/// <summary>Reads for people what a store says of itself. Counts end at a bound, so that a large store costs no more than it.</summary>
internal sealed class StoreInspection(RelationalConnection connection, SyncScope scope, SyncRole role)
{
    private readonly ScopeNames _names = new(scope.Name, connection.Dialect);

    public async ValueTask<StoreReport> RunAsync(int most, CancellationToken cancellationToken)
    {
        var state = await new StateTable(connection, _names).ReadAsync(cancellationToken);
        var records = new RelationalRecords(connection, _names);
        var tables = new List<TableReport>(scope.Tables.Count);
        foreach (var table in scope.Tables)
        {
            tables.Add(await InspectAsync(table, cancellationToken));
        }

        return new StoreReport
        {
            Identity = state?.Identity ?? default,
            Provisioned = state is null ? null : RelationalRecords.Time(state.ProvisionedTime),
            Tick = state?.Tick,
            Tables = tables,
            Conflicts = await CountAsync(connection.Dialect.Quote(_names.Conflict), cancellationToken),
            LatestConflicts = await records.ReadConflictsAsync(most, cancellationToken),
            Waiting = await CountAsync(connection.Dialect.Quote(_names.Quarantine), cancellationToken),
            OldestWaiting = await records.ReadQuarantineAsync(most, cancellationToken),
        };
    }

    private async ValueTask<TableReport> InspectAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var (dialect, names) = (connection.Dialect, new TableNames(scope.Name, table, connection.Dialect));
        return new TableReport(
            table.Name,
            await CountAsync(dialect.QualifiedName(table), cancellationToken),
            await CountAsync(dialect.Quote(role == SyncRole.Peer ? names.Track : names.Edit), cancellationToken),
            await CountAsync(dialect.Committed(dialect.Quote(names.Log)), cancellationToken));
    }

    // SELECT count(*) FROM (SELECT 1 AS counted FROM "Item" LIMIT 1000000) AS t
    private async ValueTask<long> CountAsync(string table, CancellationToken cancellationToken)
    {
        var bound = StoreReport.CountMax.ToString(CultureInfo.InvariantCulture);
        var count = connection.Statement($"SELECT count(*) FROM ({connection.Dialect.First($"SELECT 1 AS counted FROM {table}", bound)}) AS t");
        await count.ReadAsync(cancellationToken);
        var rows = count.Row.GetInt64(0);
        count.Reset();
        return rows;
    }
}
