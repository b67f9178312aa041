using SyncGen.Model;
using SyncGen.Relational.Provisioning;
using SyncGen.Relational.State;

namespace SyncGen.Relational.Migrations;

/// <summary>Brings a provisioned store to the present model.</summary>
internal sealed class Migrator(
    RelationalConnection connection,
    SyncScope scope,
    RelationalScripts scripts,
    RelationalSchema schema,
    SyncEnvironment environment,
    MigrationOptions options)
{
    // Between the two stands the model that the store had: only a migration goes on with such a store.
    private const string From = " from ";

    private readonly ScopeNames _names = new(scope.Name, connection.Dialect);

    /// <summary>The steps that a migration would take.</summary>
    public async ValueTask<MigrationPlan> PlanAsync(CancellationToken cancellationToken)
    {
        var state = await ReadStateAsync(cancellationToken);
        var former = FormerOf(state);
        return former == scope.Fingerprint
            ? new MigrationPlan(former, scope.Fingerprint, [])
            : new MigrationPlan(former, scope.Fingerprint, (await WorkOutAsync(former, state, cancellationToken)).Steps);
    }

    /// <summary>Migrates, in one transaction where the database has that; else it can be run again until it is through.</summary>
    public async ValueTask<MigrationPlan> RunAsync(CancellationToken cancellationToken)
    {
        MigrationPlan? done = null;
        await SchemaTransaction.RunAsync(connection, async () =>
        {
            var state = await ReadStateAsync(cancellationToken);
            var former = FormerOf(state);
            if (former == scope.Fingerprint && state.Model == former)
            {
                done = new MigrationPlan(former, former, []);
                return;
            }

            var migration = await WorkOutAsync(former, state, cancellationToken);
            // From here on no session of a program with the former model gets in between.
            await new StateTable(connection, _names).SetModelAsync(scope.Fingerprint + From + former, state.CreatedTables, cancellationToken);
            await RunAsync(migration, cancellationToken);
            done = new MigrationPlan(former, scope.Fingerprint, migration.Steps);
        }, cancellationToken);
        return done!;
    }

    private async ValueTask RunAsync(Migration migration, CancellationToken cancellationToken)
    {
        var state = await ReadStateAsync(cancellationToken);
        var created = CreatedTables.Read(state.CreatedTables);
        connection.DropStatements();
        await connection.ExecuteAsync(scripts.CreateScope, cancellationToken);
        var tables = new TableMigrator(connection, scope, state.Role, scripts, schema);
        if (migration.ChangesNames)
        {
            await schema.ReleaseAsync([.. migration.Tables.Select(plan => plan.Former).OfType<FormerTable>(), .. migration.Removed], cancellationToken);
        }

        foreach (var plan in migration.Tables.Where(plan => plan.RenamesTable))
        {
            await connection.ExecuteAsync(connection.Dialect.RenameTable(plan.Former!.Schema, plan.Former.Name, plan.Table.Name), cancellationToken);
        }

        foreach (var plan in migration.Tables.Where(plan => plan.IsRenamed && created.Remove(plan.Former!.Name)))
        {
            created.Add(plan.Table.Name);
        }

        created.UnionWith(await new ApplicationTables(connection, scope, scripts).CreateAsync(cancellationToken));
        foreach (var plan in migration.Tables)
        {
            await tables.RunAsync(plan, created.Contains(plan.Table.Name), cancellationToken);
        }

        foreach (var removed in migration.Removed.Reverse())
        {
            created.Remove(removed.Name);
            await tables.RemoveAsync(removed, migration.Dropped.Contains(removed), cancellationToken);
        }

        // A row's tick tells what came before the change of the model and what after.
        state.Tick += state.Role == SyncRole.Peer ? 1 : 0;
        await FillPartsAsync(migration, state, cancellationToken);
        var gaps = await tables.FinishAsync(migration, cancellationToken);
        await NoteAsync(migration, state, cancellationToken);
        if (gaps.Values.Any(gap => gap != TrackingGap.None))
        {
            await new TrackingRecovery(connection, scope, state.Role).RunAsync(gaps, cancellationToken);
        }

        await new StateTable(connection, _names).SetModelAsync(scope.Fingerprint, CreatedTables.Write([.. created.Order(StringComparer.Ordinal)]), cancellationToken);
    }

    private async ValueTask NoteAsync(Migration migration, StoreState state, CancellationToken cancellationToken)
    {
        if (migration.RefillsParts)
        {
            // Nobody knows who held what by the rules of before: all read their parts again.
            state.ForgottenTick = state.Tick;
        }

        var states = new StateTable(connection, _names);
        await states.UpdateAsync(state, cancellationToken);
        await new ModelTable(connection, _names).ReplaceAsync(scope, state.Role == SyncRole.Peer ? state.Tick : 0, environment.NowMicroseconds, cancellationToken);
        if (migration.ReadsAgain)
        {
            await new TrackingRecovery(connection, scope, state.Role).ReconcileAsync(cancellationToken);
        }
    }

    /// <summary>Stores in whose part each row lies, where that is not known by the rules of now.</summary>
    private async ValueTask FillPartsAsync(Migration migration, StoreState state, CancellationToken cancellationToken)
    {
        if (state.Role != SyncRole.Peer)
        {
            return;
        }

        var plans = migration.Tables.Where(plan => migration.RefillsParts || plan.Former is null).ToList();
        foreach (var plan in plans)
        {
            var names = new TableNames(scope.Name, plan.Table, connection.Dialect);
            await connection.ExecuteAsync($"DROP TABLE IF EXISTS {connection.Dialect.Quote(names.Move)}", cancellationToken);
            await connection.ExecuteAsync($"DROP TABLE IF EXISTS {connection.Dialect.Quote(names.Part)}", cancellationToken);
            if (scripts.Tables[plan.Ordinal].CreatePart is { Length: > 0 } create)
            {
                await connection.ExecuteAsync(create, cancellationToken);
            }
        }

        await new PartFilling(connection, scope).RunAsync(table => plans.Exists(plan => plan.Table == table), state.Tick, cancellationToken);
    }

    private async ValueTask<Migration> WorkOutAsync(string former, StoreState state, CancellationToken cancellationToken)
    {
        var description = await new ModelTable(connection, _names).FindAsync(former, cancellationToken)
            ?? throw new SyncException(SyncErrorCode.MigrationRefused,
                $"The store is provisioned for model {former} of scope '{scope.Name}', of which it keeps no description: an early version of SyncGen did that. "
                + "Call ProvisionAsync once with the program that provisioned it, in a present version of SyncGen, then migrate.");
        return await new MigrationPlanner(connection, scope, scripts, schema, options).PlanAsync(description, state, state.Model != former, cancellationToken);
    }

    private async ValueTask<StoreState> ReadStateAsync(CancellationToken cancellationToken) =>
        await new StateTable(connection, _names).ReadAsync(cancellationToken)
        ?? throw new SyncException(SyncErrorCode.MalformedData,
            $"The store has lost its state for scope '{scope.Name}': the one row of table '{_names.State}' is gone. Deprovision it and provision it again.");

    private static string FormerOf(StoreState state) =>
        state.Model.IndexOf(From, StringComparison.Ordinal) is >= 0 and var at ? state.Model[(at + From.Length)..] : state.Model;
}
