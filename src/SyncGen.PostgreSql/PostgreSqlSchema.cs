using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Provisioning;

namespace SyncGen.PostgreSql;

/// <summary>A PostgreSQL database's live schema, as far as provisioning must know it.</summary>
internal sealed class PostgreSqlSchema(PostgreSqlStoreConnection connection, SyncScope scope) : RelationalSchema
{
    private static readonly string[] s_triggers = ["insert", "update", "delete", "truncate"];

    private readonly PostgreSqlSchemaReader _reader = connection.Schema;

    public override async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var table in scope.Tables)
        {
            await new PostgreSqlSchemaCheck(table, _reader, connection.Store).RunAsync(cancellationToken);
        }
    }

    public override async ValueTask<TrackingGap> FindGapAsync(SyncTable table, CancellationToken cancellationToken) =>
        await HasTriggersAsync(table, new TableNames(scope.Name, table, connection.Dialect), cancellationToken) ? TrackingGap.None : TrackingGap.All;

    public override async ValueTask<bool> HasTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken)
    {
        var present = await _reader.TriggersOfAsync(table, cancellationToken);
        return s_triggers.All(part => present.Contains(names.Of(part)));
    }

    public override ValueTask CompleteAsync(SyncTable table, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override async ValueTask<IReadOnlyList<LiveColumn>> ColumnsOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        [.. (await _reader.ColumnsOfAsync(table, cancellationToken)).Select(column => new LiveColumn(column.Name, column.IsRequired, column.HasDefault, column.IsGenerated))];

    // The triggers go with their functions.
    public override async ValueTask RemoveTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken)
    {
        foreach (var part in s_triggers)
        {
            await connection.RunAsync($"DROP FUNCTION IF EXISTS {connection.Dialect.Quote(names.Of(part))}() CASCADE", cancellationToken);
        }
    }

    public override async ValueTask RemoveLeftoversAsync(CancellationToken cancellationToken)
    {
        // Functions first: a trigger whose log is gone would fail every write of its table.
        foreach (var function in await _reader.FunctionsWithPrefixAsync($"syncgen_{scope.Name}_", cancellationToken))
        {
            await connection.RunAsync($"DROP FUNCTION {connection.Dialect.Quote(function)}() CASCADE", cancellationToken);
        }

        foreach (var table in await _reader.TablesWithPrefixAsync($"syncgen_{scope.Name}_", cancellationToken))
        {
            await connection.RunAsync($"DROP TABLE {connection.Dialect.Quote(table)}", cancellationToken);
        }
    }

    /// <summary>Checks that every table still fits the model and has its triggers; answers what tells this schema from another.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: one does not.</exception>
    public async ValueTask<string> RequireUnchangedAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        foreach (var table in scope.Tables)
        {
            if (await FindGapAsync(table, cancellationToken) != TrackingGap.None)
            {
                throw new SyncException(SyncErrorCode.SchemaMismatch,
                    $"'{connection.Store}' has a table '{table.Name}' whose triggers are gone or switched off: it was created again, perhaps. What was written since went unseen: call ProvisionAsync, which restores the triggers and makes all rows travel.");
            }
        }

        return await new PostgreSqlFingerprint(connection, scope).ReadAsync(cancellationToken);
    }
}
