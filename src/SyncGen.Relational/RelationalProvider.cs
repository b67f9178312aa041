using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Leaves;
using SyncGen.Relational.Peers;
using SyncGen.Relational.Provisioning;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational;

/// <summary>A database as a store: opens it, checks that it is provisioned as it is opened, and hands it to sessions.</summary>
public abstract class RelationalProvider : SyncProvider
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private RelationalConnection? _connection;
    private IReadOnlyList<TableStatements>? _statements;

    /// <summary>Creates a provider; opens nothing.</summary>
    protected RelationalProvider(SyncScope scope) : base(scope)
    {
    }

    /// <summary>Whether the first session provisions a store that is not provisioned yet.</summary>
    protected abstract bool AutoProvision { get; }

    /// <inheritdoc/>
    public override Task ProvisionAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync(provisioner => provisioner.ProvisionAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync(provisioner => provisioner.DeprovisionAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public sealed override async ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var connection = await ConnectAsync(cancellationToken);
            if (settings.IsPreview)
            {
                await connection.BeginPreviewAsync(cancellationToken);
            }

            await RequireProvisionedAsync(connection, settings, cancellationToken);
            await RefreshAsync(connection, cancellationToken);
            _statements ??= [.. Scope.Tables.Select(table =>
                new TableStatements(Scope.Name, table, connection.Dialect, connection.TraitsOf(table)))];
            var store = new RelationalStore(connection, Scope, _statements, settings);
            return Role == SyncRole.Leaf
                ? new RelationalLeafSession(store, CloseSessionAsync)
                : new RelationalPeerSession(store, CloseSessionAsync);
        }
        catch
        {
            await CloseSessionAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await DropConnectionAsync();
        }
        finally
        {
            _gate.Release();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="SyncException">The database cannot be opened.</exception>
    protected abstract ValueTask<RelationalConnection> OpenConnectionAsync(CancellationToken cancellationToken);

    /// <summary>Looks again, at the start of a session, at what other programs may have changed since the last.</summary>
    protected abstract ValueTask RefreshAsync(RelationalConnection connection, CancellationToken cancellationToken);

    /// <summary>What a database of this kind needs to be provisioned.</summary>
    protected abstract RelationalScripts Scripts { get; }

    /// <summary>Checks that the tables of the model are there and can hold what the model says.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: they do not.</exception>
    protected abstract ValueTask CheckSchemaAsync(RelationalConnection connection, CancellationToken cancellationToken);

    private async ValueTask<RelationalConnection> ConnectAsync(CancellationToken cancellationToken) =>
        _connection ??= await OpenConnectionAsync(cancellationToken);

    private async ValueTask RequireProvisionedAsync(
        RelationalConnection connection, SessionSettings settings, CancellationToken cancellationToken)
    {
        var names = new ScopeNames(Scope.Name);
        if (!await connection.HasTableAsync(names.State, cancellationToken))
        {
            if (!AutoProvision)
            {
                throw new SyncException(SyncErrorCode.NotProvisioned,
                    $"'{DisplayName}' is not provisioned for scope '{Scope.Name}'. Call ProvisionAsync first.");
            }

            await ProvisionerOf(connection, settings.Environment).ProvisionAsync(cancellationToken);
            return;
        }

        await ProvisionerOf(connection, settings.Environment).CheckAsync(cancellationToken);
    }

    private Provisioner ProvisionerOf(RelationalConnection connection, SyncEnvironment environment) =>
        new(connection, Scope, Role, DisplayName, Scripts, environment, ct => CheckSchemaAsync(connection, ct));

    private Task ChangeAsync(Func<Provisioner, ValueTask> change, CancellationToken cancellationToken) => Task.Run(async () =>
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var connection = await ConnectAsync(cancellationToken);
            await change(ProvisionerOf(connection, SyncEnvironment.Default));
            connection.DropStatements();
            _statements = null;
        }
        catch
        {
            await DropConnectionAsync();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }, cancellationToken);

    private async ValueTask CloseSessionAsync()
    {
        try
        {
            if (_connection is { } connection)
            {
                await connection.RollbackAsync();
                await connection.EndPreviewAsync();
            }
        }
        catch
        {
            await DropConnectionAsync();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask DropConnectionAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            _statements = null;
            await connection.DisposeAsync();
        }
    }
}
