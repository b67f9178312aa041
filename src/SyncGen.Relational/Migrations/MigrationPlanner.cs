using SyncGen.Model;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Provisioning;

namespace SyncGen.Relational.Migrations;

/// <summary>Works out what brings a store to the present model. Changes nothing.</summary>
internal sealed class MigrationPlanner(
    RelationalConnection connection, SyncScope scope, RelationalScripts scripts, RelationalSchema schema, MigrationOptions options)
{
    private readonly ScopeNames _names = new(scope.Name, connection.Dialect);

    /// <exception cref="SyncException"><see cref="SyncErrorCode.MigrationRefused"/>: it cannot be, or not as the options are.</exception>
    /// <param name="former">The earlier model.</param>
    /// <param name="state">The store's state.</param>
    /// <param name="isResumed">Whether another migration broke off, which has changed something: nobody knows what its triggers saw since.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<Migration> PlanAsync(ScopeDescription former, StoreState state, bool isResumed, CancellationToken cancellationToken)
    {
        var created = CreatedTables.Read(state.CreatedTables);
        var planner = new TablePlanner(connection, schema, created, options);
        var match = ScopeMatch.Of(former, scope);
        var tables = new List<TableMigration>();
        for (var i = 0; i < scope.Tables.Count; i++)
        {
            var plan = await planner.PlanAsync(scope.Tables[i], i, match.OfPresent[i], scripts.Tables[i], cancellationToken);
            tables.Add(plan with { WasUnseen = plan.Former is not null && (isResumed || plan.CreatesTable || !await IsSeenAsync(plan, cancellationToken)) });
        }

        IReadOnlyList<FormerTable> removed =
            [.. former.Tables.Where((_, i) => match.OfFormer[i] is null).Select(table => new FormerTable(table))];
        await RequireNothingWaitsAsync(removed, cancellationToken);
        var refills = RefillsParts(former, tables);
        if (refills && state.Role == SyncRole.Peer)
        {
            await RequireWholeAsync(cancellationToken);
            await RequireNoPartWaitsAsync(cancellationToken);
        }

        var migration = new Migration(former, tables, removed)
        {
            Dropped = options.DropRemoved ? await LiveAsync(removed, cancellationToken) : [],
            RefillsParts = refills && state.Role == SyncRole.Peer,
            ReadsAgain = state is { Role: SyncRole.Leaf, Hub: not null } && (refills || tables.Any(table => table.Former is null || table.HasNewColumns || table.WasUnseen)),
        };
        return migration with { Steps = StepWriter.Write(migration) };
    }

    // A table that was created again, such as by a tool that could not alter it, has lost its triggers.
    private ValueTask<bool> IsSeenAsync(TableMigration plan, CancellationToken cancellationToken) => schema.HasTriggersAsync(
        plan.RenamesTable ? plan.Former! : plan.Table, new TableNames(scope.Name, plan.Former!, connection.Dialect), cancellationToken);

    private bool RefillsParts(ScopeDescription former, List<TableMigration> tables)
    {
        var then = new SyncScope(scope.Name, former.Fingerprint, [.. former.Tables.Select(table => new FormerTable(table))]) { Parameters = former.Parameters };
        var byFormer = tables.Where(table => table.Former is not null).ToDictionary(table => table.Former!.Name, StringComparer.Ordinal);
        var before = FilterSignature.Of(
            then,
            table => byFormer.TryGetValue(table.Name, out var kept) ? kept.Table.Name : table.Name,
            (table, column) => byFormer.TryGetValue(table.Name, out var kept) ? NameNow(kept, column) : column.Name);
        var now = FilterSignature.Of(scope, table => table.Name, (_, column) => column.Name);
        return tables.Where(table => table.Former is not null)
            .Any(table => before.GetValueOrDefault(table.Table.Name) != now.GetValueOrDefault(table.Table.Name));
    }

    private static string NameNow(TableMigration kept, SyncColumn column)
    {
        var then = kept.Former!.Columns.TakeWhile(one => !string.Equals(one.Name, column.Name, StringComparison.Ordinal)).Count();
        return kept.Match!.PresentOf(then) is >= 0 and var now ? kept.Table.Columns[now].Name : column.Name;
    }

    // What holds a part of what others hold has let go rows by rules that are no more.
    private async ValueTask RequireWholeAsync(CancellationToken cancellationToken)
    {
        if (await connection.HasTableAsync(_names.Instance, cancellationToken)
            && await new InstanceTable(connection, _names).ReadAsync(cancellationToken) is { Length: > 0 })
        {
            throw new SyncException(SyncErrorCode.MigrationRefused,
                $"This peer holds a part of scope '{scope.Name}', and the model's filters decide otherwise than they did. Synchronise it once more with the program that it has, then deprovision it and provision it again.");
        }
    }

    // An edit that waits was judged by the part that its leaf held, which cannot be told by the filters of now.
    private async ValueTask RequireNoPartWaitsAsync(CancellationToken cancellationToken)
    {
        var waiting = connection.Statement(connection.Dialect.First($"SELECT 1 FROM {connection.Dialect.Quote(_names.Quarantine)} WHERE filter IS NOT NULL"));
        if (await RelationalStore.AnyAsync(waiting, cancellationToken))
        {
            throw new SyncException(SyncErrorCode.MigrationRefused,
                $"The filters of scope '{scope.Name}' are others than they were, and edits of clients that held a part wait in quarantine. Settle what waits there first (syncgen quarantine).");
        }
    }

    private async ValueTask RequireNothingWaitsAsync(IReadOnlyList<FormerTable> removed, CancellationToken cancellationToken)
    {
        foreach (var table in removed.Where(_ => !options.DropRemoved))
        {
            var names = new TableNames(scope.Name, table, connection.Dialect);
            var waiting = connection.Statement(connection.Dialect.First(
                $"SELECT 1 FROM {connection.Dialect.Quote(_names.Quarantine)} WHERE table_name = {connection.Dialect.Parameter(0)}"));
            waiting.Parameters.SetString(0, table.Name);
            var waits = await RelationalStore.AnyAsync(waiting, cancellationToken) || await HasEditsAsync(names, cancellationToken);
            if (waits)
            {
                throw new SyncException(SyncErrorCode.MigrationRefused,
                    $"Table '{table.Name}' is no longer in the model, and changes of its rows have not travelled yet, or wait in quarantine. "
                    + "Synchronise once more with the program that knows the table, or allow what has been removed to be dropped (DropRemoved, --drop-removed).");
            }
        }
    }

    // A peer folds its log when it meets somebody; what it has folded may have travelled or not.
    private async ValueTask<bool> HasEditsAsync(TableNames names, CancellationToken cancellationToken)
    {
        foreach (var own in new[] { names.Log, names.Edit })
        {
            if (await connection.HasTableAsync(own, cancellationToken)
                && await RelationalStore.AnyAsync(connection.Statement(connection.Dialect.First($"SELECT 1 FROM {connection.Dialect.Quote(own)}")), cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<IReadOnlyList<FormerTable>> LiveAsync(IReadOnlyList<FormerTable> removed, CancellationToken cancellationToken)
    {
        var live = new List<FormerTable>();
        foreach (var table in removed)
        {
            if ((await schema.ColumnsOfAsync(table, cancellationToken)).Count > 0)
            {
                live.Add(table);
            }
        }

        return live;
    }
}
