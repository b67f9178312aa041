using SyncGen.Relational.Statements;

namespace SyncGen.Relational.State;

/// <summary>Reads and writes a store's state.</summary>
/// <param name="connection">The connection.</param>
/// <param name="names">The scope's names.</param>
/// <param name="logs">The logs, as their committed entries are read, whose state counts as the store's too; null: none.</param>
internal sealed class StateTable(RelationalConnection connection, ScopeNames names, IEnumerable<string>? logs = null)
{
    private const string Columns = "format, model, role, self, tick, provisioned_replica, provisioned_tick, "
        + "provisioned_time, forgotten_tick, forgotten_time, created_tables, hub, flags";

    private readonly string _name = connection.Dialect.Quote(names.State);

    // All that nearly every transaction begins with, in one statement, and so as of one moment.
    private readonly string _read = $"SELECT {Columns}, "
        + $"(SELECT r.replica FROM {connection.Dialect.Quote(names.Replica)} AS r WHERE r.id = s.self), "
        + $"(SELECT m.value FROM {connection.Dialect.Quote(names.Marker)} AS m WHERE m.tick = s.tick), "
        + $"CASE WHEN {string.Join(" OR ", (logs ?? []).Select(log => $"EXISTS (SELECT 1 FROM {log})").DefaultIfEmpty("1 = 0"))} THEN 1 ELSE 0 END "
        + $"FROM {connection.Dialect.Quote(names.State)} AS s";

    public async ValueTask<StoreState?> ReadAsync(CancellationToken cancellationToken)
    {
        var statement = connection.Statement(_read);
        if (!await statement.ReadAsync(cancellationToken))
        {
            return null;
        }

        var row = statement.Row;
        var state = new StoreState
        {
            Format = row.GetInt32(0),
            Model = row.GetString(1),
            Role = (SyncRole)row.GetInt32(2),
            Self = row.GetInt32(3),
            Tick = row.GetInt64(4),
            ProvisionedReplica = row.GetInt32(5),
            ProvisionedTick = row.GetInt64(6),
            ProvisionedTime = row.GetInt64(7),
            ForgottenTick = row.GetInt64(8),
            ForgottenTime = row.GetInt64(9),
            CreatedTables = row.GetString(10),
            Hub = row.IsNull(11) ? null : row.GetInt32(11),
            Flags = (StoreFlags)row.GetInt32(12),
            Identity = row.IsNull(13) ? null : row.GetReplica(13),
            Marker = row.GetNullableBinary(14),
            HasLog = row.GetInt32(15) != 0,
        };
        statement.Reset();
        return state;
    }

    public async ValueTask InsertAsync(StoreState state, CancellationToken cancellationToken)
    {
        var p = connection.Dialect;
        var statement = connection.Statement($"INSERT INTO {_name} (id, applying, {Columns}) "
            + $"VALUES (1, 0, {string.Join(", ", Enumerable.Range(0, 13).Select(p.Parameter))})");
        var parameters = statement.Parameters;
        parameters.SetInt32(0, state.Format);
        parameters.SetString(1, state.Model);
        parameters.SetInt32(2, (int)state.Role);
        parameters.SetInt32(3, state.Self);
        parameters.SetInt64(4, state.Tick);
        parameters.SetInt32(5, state.ProvisionedReplica);
        parameters.SetInt64(6, state.ProvisionedTick);
        parameters.SetInt64(7, state.ProvisionedTime);
        parameters.SetInt64(8, state.ForgottenTick);
        parameters.SetInt64(9, state.ForgottenTime);
        parameters.SetString(10, state.CreatedTables);
        parameters.SetNullable(11, state.Hub);
        parameters.SetInt32(12, (int)state.Flags);
        await statement.RunAsync(cancellationToken);
    }

    /// <summary>The model that the store has; null where it holds no state.</summary>
    public async ValueTask<string?> ReadModelAsync(CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT model FROM {_name}");
        var model = await statement.ReadAsync(cancellationToken) ? statement.Row.GetString(0) : null;
        statement.Reset();
        return model;
    }

    /// <summary>Notes the model that the store has from now on, or is on its way to, and the tables that provisioning created.</summary>
    public async ValueTask SetModelAsync(string model, string createdTables, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"UPDATE {_name} SET model = {connection.Dialect.Parameter(0)}, created_tables = {connection.Dialect.Parameter(1)}");
        statement.Parameters.SetString(0, model);
        statement.Parameters.SetString(1, createdTables);
        await statement.RunAsync(cancellationToken);
    }

    public async ValueTask UpdateAsync(StoreState state, CancellationToken cancellationToken)
    {
        string P(int i) => connection.Dialect.Parameter(i);
        var statement = connection.Statement($"UPDATE {_name} SET self = {P(0)}, tick = {P(1)}, forgotten_tick = {P(2)}, "
            + $"forgotten_time = {P(3)}, hub = {P(4)}, flags = {P(5)}");
        var parameters = statement.Parameters;
        parameters.SetInt32(0, state.Self);
        parameters.SetInt64(1, state.Tick);
        parameters.SetInt64(2, state.ForgottenTick);
        parameters.SetInt64(3, state.ForgottenTime);
        parameters.SetNullable(4, state.Hub);
        parameters.SetInt32(5, (int)state.Flags);
        await statement.RunAsync(cancellationToken);
    }
}
