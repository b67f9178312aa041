using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Provisioning;

namespace SyncGen.MySql;

/// <summary>A MySQL database's live schema, as far as provisioning must know it.</summary>
internal sealed class MySqlSchema(MySqlStoreConnection connection, SyncScope scope) : RelationalSchema
{
    private static readonly string[] s_triggers = ["insert", "update", "delete"];

    private readonly MySqlSchemaReader _reader = connection.Schema;

    public override async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var table in scope.Tables)
        {
            await new MySqlSchemaCheck(table, _reader, connection.Store).RunAsync(cancellationToken);
        }
    }

    public override async ValueTask<TrackingGap> FindGapAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var present = await _reader.TriggersOfAsync(table, cancellationToken);
        var names = new TableNames(scope.Name, table, connection.Dialect);
        var cascade = await CascadeOfAsync(table, cancellationToken);
        var isWatched = s_triggers.All(part => present.ContainsKey(names.Of(part)))
            && string.Equals(present.GetValueOrDefault(names.Of("cascade")), cascade, StringComparison.Ordinal);
        return isWatched ? TrackingGap.None : TrackingGap.All;
    }

    public override async ValueTask CompleteAsync(SyncTable table, CancellationToken cancellationToken)
    {
        // These triggers write to the logs of other tables, which are all there when the last table is completed.
        if (table != scope.Tables[^1])
        {
            return;
        }

        foreach (var parent in scope.Tables)
        {
            var name = new TableNames(scope.Name, parent, connection.Dialect).Of("cascade");
            var present = (await _reader.TriggersOfAsync(parent, cancellationToken)).GetValueOrDefault(name);
            var body = await CascadeOfAsync(parent, cancellationToken);
            if (string.Equals(present, body, StringComparison.Ordinal))
            {
                continue;
            }

            var trigger = connection.Dialect.QualifiedName(parent.Schema, name);
            await connection.RunAsync($"DROP TRIGGER IF EXISTS {trigger}", cancellationToken);
            if (body is not null)
            {
                await connection.RunAsync($"CREATE TRIGGER {trigger} BEFORE DELETE ON {connection.Dialect.QualifiedName(parent)} FOR EACH ROW {body}", cancellationToken);
            }
        }
    }

    public override async ValueTask<IReadOnlyList<LiveColumn>> ColumnsOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        [.. (await _reader.ColumnsOfAsync(table, cancellationToken)).Select(column => new LiveColumn(column.Name, column.IsRequired, column.HasDefault, column.IsGenerated))];

    public override async ValueTask RemoveTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(names);
        foreach (var part in s_triggers.Append("cascade"))
        {
            await connection.RunAsync($"DROP TRIGGER IF EXISTS {connection.Dialect.QualifiedName(table.Schema, names.Of(part))}", cancellationToken);
        }
    }

    /// <summary>
    /// Each statement is a transaction of its own here. What triggers of before do not mind comes first, without holding anybody up;
    /// the rest while nobody else may write the table, so that none of its writes falls between two triggers.
    /// </summary>
    public override async ValueTask AlterAsync(
        RelationalConnection database,
        SyncTable table,
        TableNames former,
        string createLog,
        IReadOnlyList<string> additions,
        IReadOnlyList<string> changes,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(createLog);
        ArgumentNullException.ThrowIfNull(additions);
        ArgumentNullException.ThrowIfNull(changes);
        var triggers = createLog.IndexOf("CREATE TRIGGER", StringComparison.Ordinal);
        var names = new TableNames(scope.Name, table, connection.Dialect);
        // Its columns are those of the key, which may still have another name.
        var log = former.Log != names.Log && await connection.HasTableAsync(former.Log, cancellationToken)
            ? $"CREATE TABLE IF NOT EXISTS {connection.Dialect.Quote(names.Log)} LIKE {connection.Dialect.Quote(former.Log)}"
            : createLog[..triggers];
        if (!await connection.HasTableAsync(names.Log, cancellationToken))
        {
            await connection.RunAsync(log, cancellationToken);
        }

        foreach (var statement in additions)
        {
            await connection.RunAsync(statement, cancellationToken);
        }

        await connection.RunAsync($"LOCK TABLES {connection.Dialect.QualifiedName(table)} WRITE", cancellationToken);
        try
        {
            await RemoveTriggersAsync(table, former, cancellationToken);
            await RemoveTriggersAsync(table, names, cancellationToken);
            foreach (var statement in changes.Append(createLog[triggers..]))
            {
                await connection.RunAsync(statement, cancellationToken);
            }
        }
        finally
        {
            await connection.RunAsync("UNLOCK TABLES", CancellationToken.None);
        }
    }

    public override async ValueTask RemoveLeftoversAsync(CancellationToken cancellationToken)
    {
        // Triggers first: one whose log is gone would fail every write of its table.
        foreach (var trigger in await _reader.TriggersWithPrefixAsync($"syncgen_{scope.Name}_", cancellationToken))
        {
            await connection.RunAsync($"DROP TRIGGER IF EXISTS {connection.Dialect.Quote(trigger)}", cancellationToken);
        }

        foreach (var table in await _reader.TablesWithPrefixAsync($"syncgen_{scope.Name}_", cancellationToken))
        {
            await connection.RunAsync($"DROP TABLE {connection.Dialect.Quote(table)}", cancellationToken);
        }
    }

    private async ValueTask<string?> CascadeOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        new MySqlCascades(scope, await _reader.ForeignKeysAsync(cancellationToken)).TriggerOf(table);

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
                    $"'{connection.Store}' has a table '{table.Name}' whose triggers are gone, or whose foreign keys do other things than they did. What was written since went unseen: call ProvisionAsync, which restores the triggers and makes all rows travel.");
            }
        }

        return await new MySqlFingerprint(connection, scope).ReadAsync(cancellationToken);
    }
}
