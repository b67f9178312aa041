using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.State;

/// <summary>
/// The replicas that a store knows of. Inside the store they are small numbers; this maps them to identities and keeps
/// what the store knows and how far it has read each. The map is a cache of rows that never change.
/// </summary>
internal sealed class ReplicaTable(RelationalConnection connection, ScopeNames names)
{
    private static readonly byte[] s_moreToCome = [1];

    private readonly string _name = connection.Dialect.Quote(names.Replica);
    private readonly string _cursor = connection.Dialect.Quote("cursor");
    private readonly Dictionary<ReplicaId, int> _numbers = [];
    private readonly Dictionary<int, ReplicaId> _ids = [];

    private string Select => $"SELECT known, anchor, {_cursor}, heard, heard_time, expelled, taken, former_tick, marker, id FROM {_name}";

    /// <summary>Drops what was cached: a transaction that added replicas was rolled back.</summary>
    public void Forget()
    {
        _numbers.Clear();
        _ids.Clear();
    }

    /// <summary>The number of a replica; null if the store does not know it.</summary>
    public async ValueTask<int?> FindAsync(ReplicaId id, CancellationToken cancellationToken)
    {
        if (_numbers.TryGetValue(id, out var number))
        {
            return number;
        }

        var find = connection.Statement($"SELECT id FROM {_name} WHERE replica = {P(0)}");
        find.Parameters.SetReplica(0, id);
        if (!await find.ReadAsync(cancellationToken))
        {
            return null;
        }

        number = find.Row.GetInt32(0);
        find.Reset();
        return Remember(id, number);
    }

    /// <summary>The number of a replica, which gets one if it has none.</summary>
    public async ValueTask<int> NumberOfAsync(ReplicaId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } known)
        {
            return known;
        }

        var insert = connection.Statement($"INSERT INTO {_name} (id, replica) "
            + $"SELECT coalesce(max(id), 0) + 1, {P(0)} FROM {_name}");
        insert.Parameters.SetReplica(0, id);
        await insert.RunAsync(cancellationToken);
        return await FindAsync(id, cancellationToken)
            ?? throw new SyncException(SyncErrorCode.StoreFailed, $"The store did not keep replica {id}.");
    }

    /// <summary>The identity behind a number.</summary>
    public async ValueTask<ReplicaId> IdOfAsync(int number, CancellationToken cancellationToken)
    {
        if (_ids.TryGetValue(number, out var id))
        {
            return id;
        }

        var find = connection.Statement($"SELECT replica FROM {_name} WHERE id = {P(0)}");
        find.Parameters.SetInt32(0, number);
        if (!await find.ReadAsync(cancellationToken))
        {
            throw new SyncException(SyncErrorCode.MalformedData,
                $"The store tracks a row of replica number {number}, but does not know that replica. Its tracking tables were changed by hand: deprovision and provision it again.");
        }

        id = find.Row.GetReplica(0);
        find.Reset();
        Remember(id, number);
        return id;
    }

    /// <summary>What is kept of a replica; null if the store does not know it.</summary>
    public async ValueTask<ReplicaRow?> ReadAsync(ReplicaId id, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"{Select} WHERE replica = {P(0)}");
        statement.Parameters.SetReplica(0, id);
        var row = await ReadAsync(statement, cancellationToken);
        if (row is not null)
        {
            Remember(id, row.Number);
        }

        return row;
    }

    /// <summary>What is kept of the replica of a number.</summary>
    public async ValueTask<ReplicaRow> ReadAsync(int number, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"{Select} WHERE id = {P(0)}");
        statement.Parameters.SetInt32(0, number);
        return await ReadAsync(statement, cancellationToken) ?? new ReplicaRow();
    }

    private static async ValueTask<ReplicaRow?> ReadAsync(RelationalStatement statement, CancellationToken cancellationToken)
    {
        if (!await statement.ReadAsync(cancellationToken))
        {
            return null;
        }

        var row = statement.Row;
        var result = new ReplicaRow
        {
            Known = row.GetInt64(0),
            Anchor = row.GetInt64(1),
            Cursor = row.GetNullableBinary(2),
            Heard = row.GetNullableBinary(3),
            HeardTime = row.GetInt64(4),
            IsExpelled = row.GetInt32(5) != 0,
            Taken = row.GetInt64(6),
            FormerTick = row.IsNull(7) ? null : row.GetInt64(7),
            Marker = row.GetNullableBinary(8),
            Number = row.GetInt32(9),
        };
        statement.Reset();
        return result;
    }

    public async ValueTask SetProgressAsync(
        int number, long anchor, byte[]? cursor, byte[]? marker, CancellationToken cancellationToken)
    {
        var statement = connection.Statement(
            $"UPDATE {_name} SET anchor = {P(0)}, {_cursor} = {P(1)}, marker = {P(2)} WHERE id = {P(3)}");
        statement.Parameters.SetInt64(0, anchor);
        statement.Parameters.SetNullable(1, cursor);
        statement.Parameters.SetNullable(2, marker);
        statement.Parameters.SetInt32(3, number);
        await statement.RunAsync(cancellationToken);
    }

    /// <summary>Notes how far a leaf's edits were taken, and whether it has more of them.</summary>
    public async ValueTask SetTakenAsync(
        int number, long taken, bool isLast, long time, byte[]? marker, CancellationToken cancellationToken)
    {
        var statement = connection.Statement(
            $"UPDATE {_name} SET taken = {P(0)}, heard_time = {P(1)}, marker = {P(2)}, {_cursor} = {P(4)} WHERE id = {P(3)}");
        statement.Parameters.SetInt64(0, taken);
        statement.Parameters.SetInt64(1, time);
        statement.Parameters.SetNullable(2, marker);
        statement.Parameters.SetInt32(3, number);
        statement.Parameters.SetNullable(4, isLast ? null : s_moreToCome);
        await statement.RunAsync(cancellationToken);
    }

    /// <summary>Notes the number of a replica that was read elsewhere.</summary>
    public int Remember(ReplicaId id, int number)
    {
        _numbers[id] = number;
        _ids[number] = id;
        return number;
    }

    private string P(int ordinal) => connection.Dialect.Parameter(ordinal);
}
