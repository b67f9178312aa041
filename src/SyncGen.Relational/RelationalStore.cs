using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Conflicts;
using SyncGen.Relational.Filters;
using SyncGen.Relational.Quarantine;
using SyncGen.Relational.Rows;
using SyncGen.Relational.State;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational;

/// <summary>
/// A store that a session has open: its connection, its state as of the open transaction, and the small tables that it
/// keeps once. State is read anew at the start of each transaction, since other programs may run sessions too.
/// </summary>
internal sealed class RelationalStore
{
    private readonly StateTable _states;
    private long _savedTick;
    private long _readTick;
    private bool _mayHaveLog;
    private int _muted;

    public RelationalStore(
        RelationalConnection connection,
        SyncScope scope,
        FilterBinding? filter,
        IReadOnlyList<TableStatements> statements,
        SessionSettings settings)
    {
        Connection = connection;
        Scope = scope;
        Statements = statements;
        Settings = settings;
        Filter = filter;
        var names = new ScopeNames(scope.Name, connection.Dialect);
        Written = new WrittenTables(connection);
        _states = new StateTable(connection, names, statements.Select(table => connection.Dialect.Committed(connection.Dialect.Quote(table.Names.Log))));
        Replicas = new ReplicaTable(connection, names);
        Known = new KnowledgeTable(connection, names, Replicas);
        Markers = new MarkerTable(connection, names, settings.Environment);
        Partners = new PartnerTable(connection, names, Replicas);
        Conflicts = new ConflictLog(connection, names, settings.Environment);
        Quarantine = new QuarantineTable(connection, names, Replicas, settings.Environment);
        Instance = scope.Parameters.Count > 0 ? new InstanceTable(connection, names) : null;
        Parts = new PartFolder(this);
    }

    public RelationalConnection Connection { get; }

    public SyncScope Scope { get; }

    public IReadOnlyList<TableStatements> Statements { get; }

    public SessionSettings Settings { get; }

    /// <summary>Which part of the scope the store holds; null: all of it.</summary>
    public FilterBinding? Filter { get; }

    /// <summary>The scope instance that the store belongs to; null where the scope has no filters.</summary>
    public InstanceTable? Instance { get; }

    /// <summary>In whose part rows lie, as far as filters decide.</summary>
    public PartFolder Parts { get; }

    public ReplicaTable Replicas { get; }

    public KnowledgeTable Known { get; }

    public MarkerTable Markers { get; }

    public PartnerTable Partners { get; }

    public ConflictLog Conflicts { get; }

    public QuarantineTable Quarantine { get; }

    /// <summary>What folding found that cannot travel; the next stream that is read tells it.</summary>
    public List<UnreadableRow> Unreadable { get; } = [];

    /// <summary>Edits that turned out to be none, each as the statement that removes it and its tick; folding removes them.</summary>
    public List<(string Delete, long Tick)> VoidEdits { get; } = [];

    /// <summary>The state as of the open transaction.</summary>
    public StoreState State { get; private set; } = null!;

    /// <summary>This store's identity.</summary>
    public ValueTask<ReplicaId> IdentityAsync(CancellationToken cancellationToken) =>
        Replicas.IdOfAsync(State.Self, cancellationToken);

    /// <summary>The keys of the application's rows that the open transaction wrote.</summary>
    public WrittenTables Written { get; }

    /// <summary>How many transactions were begun to apply rows.</summary>
    public long Applied { get; private set; }

    /// <summary>Whether the rows that come next are probably not here yet.</summary>
    public bool AreRowsNew { get; set; }

    /// <summary>The same, once: what turned out otherwise is not assumed again.</summary>
    public bool TakeAreRowsNew()
    {
        var areNew = AreRowsNew;
        AreRowsNew = false;
        return areNew;
    }

    /// <summary>Begins a transaction and reads the state.</summary>
    /// <param name="kind">What for; not to apply: see <see cref="BeginApplyAsync"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask BeginAsync(TransactionKind kind, CancellationToken cancellationToken)
    {
        try
        {
            await Connection.BeginAsync(kind, cancellationToken);
            _muted = 0;
            await ReadStateAsync(cancellationToken);
        }
        catch
        {
            // A lock that was not to be had leaves a transaction open in which nothing else works, and whoever tries again would be told that.
            await RollbackAsync();
            throw;
        }
    }

    /// <summary>
    /// Begins a transaction that applies rows: takes the rows first, however long other programs hold them, then the lock that
    /// other sessions wait for, and reads the state.
    /// </summary>
    /// <param name="lockRows">Locks the rows that are there, or inserts those that are not; called where other programs may write meanwhile.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask BeginApplyAsync(Func<ValueTask>? lockRows, CancellationToken cancellationToken)
    {
        Written.Clear();
        Applied++;
        await Connection.BeginAsync(TransactionKind.Apply, cancellationToken);
        _muted = 0;
        if (Connection.HasOtherWriters && lockRows is not null)
        {
            await lockRows();
        }

        await Connection.LockAsync(cancellationToken);
        await ReadStateAsync(cancellationToken);
    }

    /// <summary>Reads the state, in a transaction or outside.</summary>
    public async ValueTask ReadStateAsync(CancellationToken cancellationToken)
    {
        State = await ReadCheckedAsync(cancellationToken) ?? throw new SyncException(SyncErrorCode.NotProvisioned,
            $"The store lost what it keeps for scope '{Scope.Name}' while it was open. Provision it again.");
        RequireModel(State.Model);
        _savedTick = State.Tick;
        _readTick = State.Tick;
        _mayHaveLog = State.HasLog;
        if (State.Identity is { } self)
        {
            Replicas.Remember(self, State.Self);
        }

        Parts.Begin();
    }

    // What the state is read with is of this model: where the store was brought to another one, a table may be gone.
    private async ValueTask<StoreState?> ReadCheckedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _states.ReadAsync(cancellationToken);
        }
        catch (SyncException error) when (error.Code == SyncErrorCode.StoreFailed && Connection.IsUsable)
        {
            await Connection.RollbackAsync();
            RequireModel(await _states.ReadModelAsync(cancellationToken));
            throw;
        }
    }

    // Another program may have done so since the session began.
    private void RequireModel(string? model)
    {
        if (model is not null && !string.Equals(model, Scope.Fingerprint, StringComparison.Ordinal))
        {
            throw new SyncException(SyncErrorCode.ModelMismatch,
                $"The store was brought to another model of scope '{Scope.Name}' ({model}) while it was open for this one ({Scope.Fingerprint}). Run a program that has that model.");
        }
    }

    /// <summary>
    /// Whether a log may hold anything: as the state was read the first time that it is asked, later perhaps more. What comes in
    /// between is found like all that comes after a fold.
    /// </summary>
    public bool TakeMayHaveLog()
    {
        var may = _mayHaveLog;
        _mayHaveLog = true;
        return may;
    }

    /// <summary>The marker of the present tick; null if it has none.</summary>
    public async ValueTask<byte[]?> MarkerAsync(CancellationToken cancellationToken) => State.Marker is { } value && State.Tick == _readTick
        ? MarkerTable.MarkerOf(_readTick, value)
        : await Markers.FindAsync(State.Tick, cancellationToken);

    /// <summary>Stores the state where it changed, and commits.</summary>
    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        await MuteAsync(0, cancellationToken);
        await Parts.FoldAsync(cancellationToken);
        if (State.Tick != _savedTick)
        {
            await SaveStateAsync(cancellationToken);
        }

        await Connection.CommitAsync(cancellationToken);
    }

    /// <summary>Stores the state now, such as when something else than the tick changed.</summary>
    public async ValueTask SaveStateAsync(CancellationToken cancellationToken)
    {
        await _states.UpdateAsync(State, cancellationToken);
        _savedTick = State.Tick;
    }

    /// <summary>Takes back what the open transaction did.</summary>
    public async ValueTask RollbackAsync()
    {
        Replicas.Forget();
        await Connection.RollbackAsync();
    }

    /// <summary>Keeps the triggers of a table, by its ordinal counted from 1, quiet; 0 lets all speak.</summary>
    public async ValueTask MuteAsync(int table, CancellationToken cancellationToken)
    {
        if (_muted != table)
        {
            await Connection.MuteAsync(table, cancellationToken);
            _muted = table;
        }
    }

    /// <summary>What the store knows, itself included, as of the open transaction.</summary>
    public ValueTask<Knowledge> KnowledgeAsync(CancellationToken cancellationToken) =>
        Known.ReadAsync(State, cancellationToken);

    /// <summary>Runs a statement that gives at most one row; answers whether it gave one.</summary>
    public static async ValueTask<bool> AnyAsync(RelationalStatement statement, CancellationToken cancellationToken)
    {
        var any = await statement.ReadAsync(cancellationToken);
        statement.Reset();
        return any;
    }

    /// <summary>Whether one of several statements, whose parameters are a key, gives a row.</summary>
    public async ValueTask<bool> AnyAsync<TRow>(
        IReadOnlyList<string> statements, SyncTable<TRow> table, TRow key, CancellationToken cancellationToken)
        where TRow : class
    {
        foreach (var sql in statements)
        {
            var statement = Connection.Statement(sql, table);
            table.WriteKey(key, statement.Parameters);
            if (await AnyAsync(statement, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a table travels from here to a partner.</summary>
    public bool Sends(SyncTable table) => table.Direction != (Settings.Side == SyncSide.Server
        ? SyncDirection.UploadOnly
        : SyncDirection.DownloadOnly);

    /// <summary>Whether a table travels from a partner to here.</summary>
    public bool Receives(SyncTable table) => table.Direction != (Settings.Side == SyncSide.Server
        ? SyncDirection.DownloadOnly
        : SyncDirection.UploadOnly);
}
