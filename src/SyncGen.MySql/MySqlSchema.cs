using SyncGen.Model;
using SyncGen.Relational;
using SyncGen.Relational.Provisioning;

namespace SyncGen.MySql;

/// <summary>A MySQL database's live schema, as far as provisioning must know it.</summary>
internal sealed class MySqlSchema(MySqlStoreConnection connection, SyncScope scope) : RelationalSchema
{
    private static readonly string[] s_triggers = ["insert", "update", "delete"];

    private readonly MySqlSchemaReader _reader = connection.Schema;
    private readonly MySqlParentTriggers _parents = new(connection, scope);

    public override async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var table in scope.Tables)
        {
            await new MySqlSchemaCheck(table, _reader, connection.Store).RunAsync(cancellationToken);
        }
    }

    public override async ValueTask<TrackingGap> FindGapAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var isWatched = await HasTriggersAsync(table, NamesOf(table), cancellationToken);
        return isWatched && !(await FindUnseenAsync(cancellationToken)).Contains(table) ? TrackingGap.None : TrackingGap.All;
    }

    public override async ValueTask<bool> HasTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        var present = await _reader.TriggersOfAsync(table, cancellationToken);
        return s_triggers.All(part => present.ContainsKey(names.Of(part)));
    }

    /// <summary>Tables whose rows foreign keys have changed, perhaps, without the trigger of the parent that is to say so.</summary>
    public override async ValueTask<IReadOnlyList<SyncTable>> FindUnseenAsync(CancellationToken cancellationToken) =>
        [.. (await _parents.FindStaleAsync(cancellationToken)).SelectMany(stale => stale.Children.Append(stale.Parent)).Distinct()];

    public override async ValueTask CompleteAsync(SyncTable table, CancellationToken cancellationToken)
    {
        // These triggers write to the logs of other tables, which are all there when the last table is completed.
        if (table != scope.Tables[^1])
        {
            return;
        }

        foreach (var stale in await _parents.FindStaleAsync(cancellationToken))
        {
            await LockedAsync(stale.Parent, async () =>
            {
                await connection.RunAsync($"DROP TRIGGER IF EXISTS {stale.Name}", cancellationToken);
                if (stale.Create is not null)
                {
                    await connection.RunAsync(stale.Create, cancellationToken);
                }
            }, cancellationToken);
        }
    }

    public override async ValueTask<IReadOnlyList<LiveColumn>> ColumnsOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        [.. (await _reader.ColumnsOfAsync(table, cancellationToken)).Select(column => new LiveColumn(column.Name, column.IsRequired, column.HasDefault, column.IsGenerated))];

    // Of an index the server takes the column away by itself.
    public override async ValueTask<IReadOnlyList<string>> DropsOfAsync(
        RelationalConnection database, SyncTable live, SyncTable table, string column, CancellationToken cancellationToken) =>
    [
        .. (await _reader.ForeignKeysOfAsync(live, column, cancellationToken)).Select(key =>
            $"ALTER TABLE {connection.Dialect.QualifiedName(table)} DROP FOREIGN KEY {connection.Dialect.Quote(key)}"),
        connection.Dialect.DropColumn(table, column),
    ];

    public override async ValueTask ReleaseAsync(IReadOnlyList<SyncTable> tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        foreach (var table in tables)
        {
            foreach (var part in MySqlParentTriggers.Parts)
            {
                await DropTriggerAsync(table, NamesOf(table).Of(part), cancellationToken);
            }
        }
    }

    public override async ValueTask RemoveTriggersAsync(SyncTable table, TableNames names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(names);
        foreach (var part in s_triggers.Concat(MySqlParentTriggers.Parts))
        {
            await DropTriggerAsync(table, names.Of(part), cancellationToken);
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
        var names = NamesOf(table);
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

        await LockedAsync(table, async () =>
        {
            foreach (var part in s_triggers)
            {
                await DropTriggerAsync(table, former.Of(part), cancellationToken);
                await DropTriggerAsync(table, names.Of(part), cancellationToken);
            }

            foreach (var statement in changes.Append(createLog[triggers..]))
            {
                await connection.RunAsync(statement, cancellationToken);
            }
        }, cancellationToken);
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

    /// <summary>Checks that every table still fits the model and has its triggers; answers what tells this schema from another.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: one does not.</exception>
    public async ValueTask<string> RequireUnchangedAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        var stale = (await _parents.FindStaleAsync(cancellationToken)).Select(trigger => trigger.Parent).ToHashSet();
        foreach (var table in scope.Tables)
        {
            if (stale.Contains(table) || !await HasTriggersAsync(table, NamesOf(table), cancellationToken))
            {
                throw new SyncException(SyncErrorCode.SchemaMismatch,
                    $"'{connection.Store}' has a table '{table.Name}' whose triggers are gone, or whose foreign keys do other things than they did. What was written since went unseen: call ProvisionAsync, which restores the triggers and makes all rows travel.");
            }
        }

        return await new MySqlFingerprint(connection, scope).ReadAsync(cancellationToken);
    }

    private TableNames NamesOf(SyncTable table) => new(scope.Name, table, connection.Dialect);

    private ValueTask DropTriggerAsync(SyncTable table, string name, CancellationToken cancellationToken) =>
        connection.RunAsync($"DROP TRIGGER IF EXISTS {connection.Dialect.QualifiedName(table.Schema, name)}", cancellationToken);

    /// <summary>Changes a table's triggers while nobody else may write it.</summary>
    private async ValueTask LockedAsync(SyncTable table, Func<ValueTask> change, CancellationToken cancellationToken)
    {
        await connection.RunAsync($"LOCK TABLES {connection.Dialect.QualifiedName(table)} WRITE", cancellationToken);
        try
        {
            await change();
        }
        finally
        {
            await connection.RunAsync("UNLOCK TABLES", CancellationToken.None);
        }
    }
}
