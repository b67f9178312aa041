using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Provisioning;

namespace SyncGen.SqlServer;

/// <summary>A SQL Server database's live schema, as far as provisioning must know it.</summary>
internal sealed class SqlServerSchema(SqlServerStoreConnection connection, SyncScope scope) : RelationalSchema
{
    private static readonly string[] s_triggers = ["insert", "update", "delete"];

    private readonly SqlServerSchemaReader _reader = connection.Schema;

    public override async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var table in scope.Tables)
        {
            await new SqlServerSchemaCheck(table, _reader, connection.Store).RunAsync(cancellationToken);
        }
    }

    public override async ValueTask<TrackingGap> FindGapAsync(SyncTable table, CancellationToken cancellationToken) =>
        await HasTriggersAsync(table, new TableNames(scope.Name, table, connection.Dialect), cancellationToken) ? TrackingGap.None : TrackingGap.All;

    public override async ValueTask<bool> HasTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken)
    {
        var present = await _reader.TriggersOfAsync(table, cancellationToken);
        return s_triggers.All(part => present.Contains(names.Of(part)));
    }

    // What a foreign key's action changes sets off the triggers of the table where it does: no more is needed than the type of rows.
    public override async ValueTask CompleteAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var type = SqlServerRowType.Of(new TableNames(scope.Name, table, connection.Dialect), table, await _reader.ColumnsOfAsync(table, cancellationToken));
        if ((await _reader.TypesWithPrefixAsync(type.Name, cancellationToken)).Count == 0)
        {
            await connection.RunAsync($"CREATE TYPE {connection.Dialect.Quote(type.Name)} AS TABLE ({type.Definition})", cancellationToken);
        }
    }

    public override async ValueTask<IReadOnlyList<LiveColumn>> ColumnsOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        [.. (await _reader.ColumnsOfAsync(table, cancellationToken)).Select(column => new LiveColumn(
            column.Name, column.IsRequired, column.HasDefault || column.IsIdentity, column.IsGenerated))];

    public override async ValueTask RemoveTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(names);
        foreach (var part in s_triggers)
        {
            await connection.RunAsync($"DROP TRIGGER IF EXISTS {connection.Dialect.QualifiedName(table.Schema, names.Of(part))}", cancellationToken);
        }

        // Another type of rows is made where the columns are others.
        foreach (var type in await _reader.TypesWithPrefixAsync(names.Of("rows_"), cancellationToken))
        {
            await connection.RunAsync($"DROP TYPE {connection.Dialect.Quote(type)}", cancellationToken);
        }
    }

    public override async ValueTask RemoveLeftoversAsync(CancellationToken cancellationToken)
    {
        // Triggers first: one whose log is gone would fail every write of its table.
        foreach (var (schema, trigger) in await _reader.TriggersWithPrefixAsync($"syncgen_{scope.Name}_", cancellationToken))
        {
            await connection.RunAsync($"DROP TRIGGER IF EXISTS {connection.Dialect.QualifiedName(schema, trigger)}", cancellationToken);
        }

        foreach (var table in await _reader.TablesWithPrefixAsync($"syncgen_{scope.Name}_", cancellationToken))
        {
            await connection.RunAsync($"DROP TABLE {connection.Dialect.Quote(table)}", cancellationToken);
        }

        foreach (var type in await _reader.TypesWithPrefixAsync($"syncgen_{scope.Name}_", cancellationToken))
        {
            await connection.RunAsync($"DROP TYPE {connection.Dialect.Quote(type)}", cancellationToken);
        }
    }

    /// <summary>Checks that every table still fits the model and has its triggers.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: one does not.</exception>
    public async ValueTask RequireUnchangedAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        foreach (var table in scope.Tables)
        {
            if (await FindGapAsync(table, cancellationToken) != TrackingGap.None)
            {
                throw new SyncException(SyncErrorCode.SchemaMismatch,
                    $"'{connection.Store}' has a table '{table.Name}' whose triggers are gone or disabled. What was written since went unseen: call ProvisionAsync, which restores the triggers and makes all rows travel.");
            }
        }
    }
}
