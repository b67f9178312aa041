using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Leaves;
using SyncGen.Relational.Migrations;
using SyncGen.Relational.Peers;
using SyncGen.Relational.Provisioning;
using SyncGen.Relational.Statements;
using SyncGen.Reports;

namespace SyncGen.Relational;

/// <summary>A database as a store: opens it, checks that it is provisioned as it is opened, and hands it to sessions.</summary>
public abstract class RelationalProvider : SyncProvider
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private RelationalConnection? _connection;
    private IReadOnlyList<TableStatements>? _statements;
    private bool _isPassing;
    private bool _isDisposed;

    /// <summary>Creates a provider; opens nothing.</summary>
    /// <param name="scope">The scope's descriptor.</param>
    /// <param name="scripts">The scope's SQL.</param>
    /// <param name="options">How to open the store.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    protected RelationalProvider(SyncScope scope, RelationalScripts scripts, RelationalProviderOptions options) : base(scope)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LockTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.LockTimeout, TimeSpan.FromHours(1), nameof(options));
        Scripts = scripts;
        Options = options;
        Filter = options.Filter?.Bind();
        if (Filter is { } filter && filter.Scope != scope)
        {
            throw new ArgumentException(
                $"A store of the scope {scope.Name} was given a filter of the scope {filter.Scope.Name}: give it the filter of its own scope class.", nameof(options));
        }
    }

    /// <inheritdoc/>
    public override SyncRole Role => Options.Role;

    /// <inheritdoc/>
    public override FilterBinding? Filter { get; }

    /// <summary>How the store is opened.</summary>
    protected RelationalProviderOptions Options { get; }

    /// <summary>The scope's SQL.</summary>
    internal RelationalScripts Scripts { get; }

    /// <inheritdoc/>
    public override Task ProvisionAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync((_, provisioner) => provisioner.ProvisionAsync(cancellationToken), StoreUse.Change, cancellationToken);

    /// <inheritdoc/>
    public override Task DeprovisionAsync(CancellationToken cancellationToken = default) =>
        ChangeAsync((_, provisioner) => provisioner.DeprovisionAsync(cancellationToken), StoreUse.Look, cancellationToken);

    /// <summary>
    /// Says what <see cref="MigrateAsync"/> would do, and changes nothing. A store that is not provisioned would be provisioned.
    /// </summary>
    /// <param name="options">What may be done; null: <see cref="MigrationOptions"/> as it is by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SyncException">The store cannot be opened; or <see cref="SyncErrorCode.MigrationRefused"/>, and why.</exception>
    public Task<MigrationPlan> PlanMigrationAsync(MigrationOptions? options = null, CancellationToken cancellationToken = default) =>
        UseAsync(connection => new StoreMigration(connection, Scope, ProvisionerOf(connection, Options.Environment), MigratorOf(connection, options)).PlanAsync(cancellationToken), StoreUse.Look, cancellationToken);

    /// <summary>
    /// Brings a store that was provisioned for an earlier model of the scope to the present one, without losing what is tracked: renames,
    /// adds and, if that is allowed, drops columns and tables, creates triggers anew, and works out again in whose part rows lie where filters
    /// have changed. Names that tables and columns had are those of <see cref="SyncFormerNamesAttribute"/>. What the application has
    /// changed itself is taken as it is. Provisions a store that is not provisioned; does nothing where there is nothing to do.
    /// In one transaction; MySQL has none for schemas: what breaks off there is gone on with by the next call, and no session
    /// is held before.
    /// </summary>
    /// <param name="options">What may be done; null: <see cref="MigrationOptions"/> as it is by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="SyncException">The store cannot be opened or changed; or <see cref="SyncErrorCode.MigrationRefused"/>, and why.</exception>
    public async Task<MigrationPlan> MigrateAsync(MigrationOptions? options = null, CancellationToken cancellationToken = default)
    {
        MigrationPlan? done = null;
        await ChangeAsync(
            async (connection, provisioner) => done = await new StoreMigration(connection, Scope, provisioner, MigratorOf(connection, options)).RunAsync(cancellationToken),
            StoreUse.Change,
            cancellationToken);
        return done!;
    }

    /// <inheritdoc/>
    public sealed override ValueTask<StoreSession> OpenSessionAsync(SessionSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return OpenAsync(settings, settings.IsPreview ? StoreUse.Preview : StoreUse.Change, cancellationToken);
    }

    private async ValueTask<StoreSession> OpenAsync(SessionSettings settings, StoreUse use, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var connection = await ConnectAsync(use, cancellationToken);
            if (settings.IsPreview)
            {
                await connection.BeginPreviewAsync(cancellationToken);
            }

            if (!await IsAsBeforeAsync(connection, settings, cancellationToken))
            {
                await RequireProvisionedAsync(connection, settings, use, cancellationToken);
                if (await RefreshAsync(connection, cancellationToken))
                {
                    connection.DropStatements();
                    _statements = null;
                }
            }

            _statements ??= await ComposeAsync(connection, cancellationToken);
            var store = new RelationalStore(connection, Scope, Filter, _statements, settings);
            return Role == SyncRole.Leaf
                ? new RelationalLeafSession(store, CloseSessionAsync)
                : new RelationalPeerSession(store, CloseSessionAsync);
        }
        catch
        {
            // What is wrong may be the connection; the next session opens another.
            await CloseAsync(keep: false);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _isDisposed = true;
            await DropConnectionAsync();
        }
        finally
        {
            _gate.Release();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Removes tombstones that are older than a time and that every peer knows, and what is kept for partners that were
    /// silent for as long. A peer among these is expelled: when it comes back it starts again by itself, with a new
    /// identity; a leaf reconciles. Does nothing at a leaf.
    /// </summary>
    /// <param name="retention">How long; not negative. Longer than any partner stays away in normal life: 30 days, say.</param>
    /// <param name="cancellationToken">Cancels; nothing is removed then.</param>
    /// <returns>How many tombstones were removed.</returns>
    /// <exception cref="SyncException">The store cannot be opened or changed, or is not provisioned.</exception>
    public Task<long> ForgetAsync(TimeSpan retention, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retention, TimeSpan.Zero);
        return Task.Run(async () =>
        {
            await using var session = await OpenAsync(new SessionSettings { Environment = Options.Environment }, StoreUse.Look, cancellationToken);
            return session is RelationalPeerSession peer ? await peer.ForgetAsync(retention, cancellationToken) : 0;
        }, cancellationToken);
    }

    /// <summary>Reads the conflict log, latest first.</summary>
    /// <param name="most">How many entries at the most; from 1.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SyncException">The store cannot be opened, or is not provisioned.</exception>
    public Task<IReadOnlyList<LoggedConflict>> ReadConflictsAsync(int most = 1000, CancellationToken cancellationToken = default) =>
        ReadAsync(records => records.ReadConflictsAsync(most, cancellationToken), most, cancellationToken);

    /// <summary>Reads the rows that wait in quarantine, oldest first.</summary>
    /// <param name="most">How many rows at the most; from 1.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SyncException">The store cannot be opened, or is not provisioned.</exception>
    public Task<IReadOnlyList<WaitingRow>> ReadQuarantineAsync(int most = 1000, CancellationToken cancellationToken = default) =>
        ReadAsync(records => records.ReadQuarantineAsync(most, cancellationToken), most, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<bool> CheckAsync(CancellationToken cancellationToken = default) => new(LookAsync(
        _ => new ValueTask<bool>(true), unprovisioned: false, cancellationToken));

    /// <inheritdoc/>
    public override Task<StoreReport> InspectAsync(int most = 20, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return LookAsync(connection => new StoreInspection(connection, Scope, Role).RunAsync(most, cancellationToken), new StoreReport { IsProvisioned = false }, cancellationToken);
    }

    /// <summary>Opens a connection. Where there is no database yet, the use decides what becomes of that.</summary>
    /// <exception cref="SyncException">The database cannot be opened.</exception>
    protected abstract ValueTask<RelationalConnection> OpenConnectionAsync(StoreUse use, CancellationToken cancellationToken);

    /// <summary>
    /// Looks again, at the start of a session, at what other programs may have changed since the last; answers whether the
    /// schema is another.
    /// </summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.SchemaMismatch"/>: it does not fit any more.</exception>
    protected abstract ValueTask<bool> RefreshAsync(RelationalConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// Whether it is known, before anything else is looked at, that the schema is the one that <see cref="RefreshAsync"/> found last
    /// over this connection, SyncGen's own state table included. Default: it is not known.
    /// </summary>
    protected virtual ValueTask<bool> IsUnchangedAsync(RelationalConnection connection, CancellationToken cancellationToken) => new(false);

    /// <summary>What the database knows of its own schema.</summary>
    protected abstract RelationalSchema SchemaOf(RelationalConnection connection);

    private Task<IReadOnlyList<T>> ReadAsync<T>(
        Func<RelationalRecords, ValueTask<IReadOnlyList<T>>> read, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return Task.Run(async () =>
        {
            await using var session = await OpenAsync(new SessionSettings { Environment = Options.Environment }, StoreUse.Look, cancellationToken);
            return await read(new RelationalRecords(_connection!, new ScopeNames(Scope.Name, _connection!.Dialect)));
        }, cancellationToken);
    }

    /// <summary>Uses a connection of its own, whatever state the store is in: nothing is checked before, and nothing kept after.</summary>
    internal Task<T> UseAsync<T>(Func<RelationalConnection, ValueTask<T>> use, StoreUse purpose, CancellationToken cancellationToken) => Task.Run(async () =>
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await DropConnectionAsync();
            return await use(await ConnectAsync(purpose, cancellationToken));
        }
        finally
        {
            await CloseAsync(keep: false);
        }
    }, cancellationToken);

    /// <summary>Uses the connection of a session that reads, once the store was checked.</summary>
    internal Task<T> LookAsync<T>(Func<RelationalConnection, ValueTask<T>> look, T unprovisioned, CancellationToken cancellationToken) => Task.Run(async () =>
    {
        try
        {
            await using var session = await OpenAsync(new SessionSettings { Environment = Options.Environment }, StoreUse.Look, cancellationToken);
            return await look(_connection!);
        }
        catch (SyncException error) when (error.Code == SyncErrorCode.NotProvisioned && Options.AutoProvision)
        {
            return unprovisioned;
        }
    }, cancellationToken);

    private async ValueTask<RelationalConnection> ConnectAsync(StoreUse use, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_connection is { IsUsable: false })
        {
            await DropConnectionAsync();
        }

        if (_connection is null)
        {
            _connection = await OpenConnectionAsync(use, cancellationToken);
            // What a preview opens may stand for a store that is not there yet.
            _isPassing = use == StoreUse.Preview;
        }

        return _connection;
    }

    private async ValueTask<IReadOnlyList<TableStatements>> ComposeAsync(RelationalConnection connection, CancellationToken cancellationToken)
    {
        var statements = new List<TableStatements>(Scope.Tables.Count);
        var filters = FilterLayout.Of(Scope);
        foreach (var table in Scope.Tables)
        {
            var traits = await connection.TraitsOfAsync(table, cancellationToken);
            statements.Add(new TableStatements(Scope.Name, table, connection.Dialect, traits, filters[statements.Count]));
        }

        return statements;
    }

    /// <summary>Whether the store is as the session before found it, so that no more need be looked at.</summary>
    private async ValueTask<bool> IsAsBeforeAsync(RelationalConnection connection, SessionSettings settings, CancellationToken cancellationToken) =>
        _statements is not null
        && await IsUnchangedAsync(connection, cancellationToken)
        && await ProvisionerOf(connection, settings.Environment).TryCheckAsync(cancellationToken);

    private async ValueTask RequireProvisionedAsync(
        RelationalConnection connection, SessionSettings settings, StoreUse use, CancellationToken cancellationToken)
    {
        if (!await ProvisionerOf(connection, settings.Environment).IsBegunAsync(cancellationToken))
        {
            if (!Options.AutoProvision || use == StoreUse.Look)
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
        new(connection, Scope, Role, DisplayName, Scripts, environment, SchemaOf(connection));

    private Migrator MigratorOf(RelationalConnection connection, MigrationOptions? options) =>
        new(connection, Scope, Scripts, SchemaOf(connection), Options.Environment, options ?? new MigrationOptions());

    private Task ChangeAsync(Func<RelationalConnection, Provisioner, ValueTask> change, StoreUse use, CancellationToken cancellationToken) => Task.Run(async () =>
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var connection = await ConnectAsync(use, cancellationToken);
            await change(connection, ProvisionerOf(connection, Options.Environment));
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

    private ValueTask CloseSessionAsync() => CloseAsync(keep: !_isPassing);

    private async ValueTask CloseAsync(bool keep)
    {
        try
        {
            if (keep && _connection is { IsUsable: true } connection)
            {
                await connection.RollbackAsync();
                await connection.EndPreviewAsync();
            }
            else
            {
                await DropConnectionAsync();
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
