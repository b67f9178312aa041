using SyncGen.Model;
using SyncGen.Relational.State;

namespace SyncGen.Relational.Provisioning;

/// <summary>Adds to a database what synchronising it needs, checks it, and takes it away again.</summary>
internal sealed class Provisioner(
    RelationalConnection connection,
    SyncScope scope,
    SyncRole role,
    string displayName,
    RelationalScripts scripts,
    SyncEnvironment environment,
    RelationalSchema schema)
{
    /// <summary>The layout of the tables that SyncGen keeps. Grows when it changes.</summary>
    private const int Format = 1;

    private readonly ScopeNames _names = new(scope.Name, connection.Dialect);

    private readonly ApplicationTables _tables = new(connection, scope, scripts);

    /// <summary>Provisions, or checks and completes what is provisioned.</summary>
    public ValueTask ProvisionAsync(CancellationToken cancellationToken) => SchemaTransaction.RunAsync(connection, async () =>
    {
        var known = await IsBegunAsync(cancellationToken);
        if (known)
        {
            await CheckAsync(cancellationToken);
        }

        var created = await _tables.CreateAsync(cancellationToken);
        await schema.CheckAsync(cancellationToken);
        await connection.ExecuteAsync(scripts.CreateScope, cancellationToken);
        var gaps = new Dictionary<SyncTable, TrackingGap>();
        foreach (var (table, script) in scope.Tables.Zip(scripts.Tables))
        {
            gaps[table] = known ? await schema.FindGapAsync(table, cancellationToken) : TrackingGap.None;
            await connection.ExecuteAsync(script.CreateLog, cancellationToken);
            await connection.ExecuteAsync(role == SyncRole.Peer ? script.CreatePeer : script.CreateLeaf, cancellationToken);
            if (role == SyncRole.Peer && script.CreatePart.Length > 0)
            {
                await connection.ExecuteAsync(script.CreatePart, cancellationToken);
            }

            await schema.CompleteAsync(table, cancellationToken);
        }

        if (!known)
        {
            await InsertStateAsync(created, cancellationToken);
            await new PartFilling(connection, scope).RunAsync(_ => role == SyncRole.Peer, StoreState.FirstTick, cancellationToken);
        }
        else if (gaps.Values.Any(gap => gap != TrackingGap.None))
        {
            await new TrackingRecovery(connection, scope, role).RunAsync(gaps, cancellationToken);
        }

        await new ModelTable(connection, _names).EnsureAsync(scope, environment.NowMicroseconds, cancellationToken);
    }, cancellationToken);

    /// <summary>Takes away what provisioning added.</summary>
    public ValueTask DeprovisionAsync(CancellationToken cancellationToken) => SchemaTransaction.RunAsync(connection, async () =>
    {
        if (!await connection.HasTableAsync(_names.State, cancellationToken))
        {
            return;
        }

        await CheckFormatAsync(cancellationToken);
        var state = await new StateTable(connection, _names).ReadAsync(cancellationToken);
        connection.DropStatements();
        foreach (var table in scripts.Tables)
        {
            await connection.ExecuteAsync(table.Drop, cancellationToken);
        }

        await connection.ExecuteAsync(scripts.DropScope, cancellationToken);
        await schema.RemoveLeftoversAsync(cancellationToken);
        await _tables.DropAsync(state is null ? new HashSet<string>() : CreatedTables.Read(state.CreatedTables), cancellationToken);
    }, cancellationToken);

    /// <summary>Whether the store has an identity, or has had one. A script may have made all tables before: they are empty then.</summary>
    public async ValueTask<bool> IsBegunAsync(CancellationToken cancellationToken) =>
        await connection.HasTableAsync(_names.State, cancellationToken)
        && (await RelationalStore.AnyAsync(connection.Statement($"SELECT 1 FROM {connection.Dialect.Quote(_names.State)}"), cancellationToken)
            || await RelationalStore.AnyAsync(connection.Statement($"SELECT 1 FROM {connection.Dialect.Quote(_names.Replica)}"), cancellationToken));

    /// <summary>Checks that the store is provisioned by a version, in a role and with a model that fit.</summary>
    public async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        await CheckFormatAsync(cancellationToken);
        Check(await new StateTable(connection, _names).ReadAsync(cancellationToken)
            ?? throw new SyncException(SyncErrorCode.MalformedData,
                $"'{displayName}' has lost its state for scope '{scope.Name}': the one row of table '{_names.State}' is gone. Deprovision it and provision it again."));
    }

    /// <summary>The same where the state table has the columns that this version knows; answers false where it holds no state.</summary>
    public async ValueTask<bool> TryCheckAsync(CancellationToken cancellationToken)
    {
        if (await new StateTable(connection, _names).ReadAsync(cancellationToken) is not { } state)
        {
            return false;
        }

        CheckFormat(state.Format);
        Check(state);
        return true;
    }

    /// <summary>Checks that the store is provisioned by a version and in a role that fit, whatever its model.</summary>
    public async ValueTask CheckKindAsync(CancellationToken cancellationToken)
    {
        await CheckFormatAsync(cancellationToken);
        if (await new StateTable(connection, _names).ReadAsync(cancellationToken) is { } state)
        {
            CheckRole(state);
        }
    }

    private void Check(StoreState state)
    {
        CheckRole(state);
        if (!string.Equals(state.Model, scope.Fingerprint, StringComparison.Ordinal))
        {
            throw new SyncException(SyncErrorCode.ModelMismatch,
                $"'{displayName}' is provisioned for another model of scope '{scope.Name}' ({state.Model}) than this program has ({scope.Fingerprint}). Migrate it (MigrateAsync, or syncgen migrate), or run the program that provisioned it.");
        }
    }

    private void CheckRole(StoreState state)
    {
        if (state.Role != role)
        {
            throw new SyncException(SyncErrorCode.RoleMismatch,
                $"'{displayName}' is provisioned as a {Name(state.Role)} but was opened as a {Name(role)}. Open it as a {Name(state.Role)}, or deprovision it first.");
        }
    }

    private static string Name(SyncRole role) => role == SyncRole.Peer ? "peer" : "leaf";

    private async ValueTask CheckFormatAsync(CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT format FROM {connection.Dialect.Quote(_names.State)}");
        var format = await statement.ReadAsync(cancellationToken) ? statement.Row.GetInt32(0) : Format;
        statement.Reset();
        CheckFormat(format);
    }

    private void CheckFormat(int format)
    {
        if (format > Format)
        {
            throw new SyncException(SyncErrorCode.NewerFormat,
                $"'{displayName}' was provisioned by a newer version of SyncGen (format {format}; this one knows {Format}). Update this program.");
        }
    }

    private async ValueTask InsertStateAsync(List<string> created, CancellationToken cancellationToken)
    {
        var replicas = new ReplicaTable(connection, _names);
        var self = await replicas.NumberOfAsync(environment.NewReplicaId(), cancellationToken);
        var editEverything = role == SyncRole.Leaf && await _tables.HadRowsAsync(created, cancellationToken);
        var now = environment.NowMicroseconds;
        await new StateTable(connection, _names).InsertAsync(new StoreState
        {
            Format = Format,
            Model = scope.Fingerprint,
            Role = role,
            Self = self,
            Tick = StoreState.FirstTick,
            ProvisionedReplica = self,
            ProvisionedTick = StoreState.FirstTick,
            ProvisionedTime = now,
            ForgottenTick = 0,
            ForgottenTime = 0,
            CreatedTables = CreatedTables.Write(created),
            Hub = null,
            Flags = editEverything ? StoreFlags.EditEverything : StoreFlags.None,
        }, cancellationToken);
    }
}
