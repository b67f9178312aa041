using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.State;

/// <summary>
/// The replicas that a store knows of. Inside the store they are small numbers; this maps them to identities and keeps
/// what the store knows and how far it has read each. The map is a cache of rows that never change.
/// </summary>
internal sealed class ReplicaTable(RelationalConnection connection, ScopeNames names)
{
    private readonly string _name = connection.Dialect.Quote(names.Replica);
    private readonly string _missing = connection.Dialect.Quote(names.Missing);
    private readonly Dictionary<ReplicaId, int> _numbers = [];
    private readonly Dictionary<int, ReplicaId> _ids = [];

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
        await insert.WriteAsync(cancellationToken);
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

    public async ValueTask<ReplicaRow> ReadAsync(int number, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT known, anchor, cursor, heard, heard_time, expelled, taken, former_tick "
            + $"FROM {_name} WHERE id = {P(0)}");
        statement.Parameters.SetInt32(0, number);
        if (!await statement.ReadAsync(cancellationToken))
        {
            return new ReplicaRow();
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
        };
        statement.Reset();
        return result;
    }

    public async ValueTask SetProgressAsync(int number, long anchor, byte[]? cursor, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"UPDATE {_name} SET anchor = {P(0)}, cursor = {P(1)} WHERE id = {P(2)}");
        statement.Parameters.SetInt64(0, anchor);
        statement.Parameters.SetNullable(1, cursor);
        statement.Parameters.SetInt32(2, number);
        await statement.WriteAsync(cancellationToken);
    }

    public async ValueTask SetTakenAsync(int number, long taken, long time, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"UPDATE {_name} SET taken = {P(0)}, heard_time = {P(1)} WHERE id = {P(2)}");
        statement.Parameters.SetInt64(0, taken);
        statement.Parameters.SetInt64(1, time);
        statement.Parameters.SetInt32(2, number);
        await statement.WriteAsync(cancellationToken);
    }

    public async ValueTask SetHeardAsync(int number, byte[]? heard, long time, bool expelled, CancellationToken cancellationToken)
    {
        var statement = connection.Statement(
            $"UPDATE {_name} SET heard = {P(0)}, heard_time = {P(1)}, expelled = {P(2)} WHERE id = {P(3)}");
        statement.Parameters.SetNullable(0, heard);
        statement.Parameters.SetInt64(1, time);
        statement.Parameters.SetInt32(2, expelled ? 1 : 0);
        statement.Parameters.SetInt32(3, number);
        await statement.WriteAsync(cancellationToken);
    }

    /// <summary>Sets the greatest tick known of a replica, higher or lower than before.</summary>
    public async ValueTask SetKnownAsync(int number, long known, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"UPDATE {_name} SET known = {P(0)} WHERE id = {P(1)}");
        statement.Parameters.SetInt64(0, known);
        statement.Parameters.SetInt32(1, number);
        await statement.WriteAsync(cancellationToken);
    }

    /// <summary>Notes that this store gave up an identity at a tick.</summary>
    public async ValueTask SetFormerAsync(int number, long tick, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"UPDATE {_name} SET former_tick = {P(0)} WHERE id = {P(1)}");
        statement.Parameters.SetInt64(0, tick);
        statement.Parameters.SetInt32(1, number);
        await statement.WriteAsync(cancellationToken);
    }

    /// <summary>The tick at which this store last gave up an identity; 0 if it never did.</summary>
    public async ValueTask<long> FormerTickAsync(CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT coalesce(max(former_tick), 0) FROM {_name}");
        await statement.ReadAsync(cancellationToken);
        var tick = statement.Row.GetInt64(0);
        statement.Reset();
        return tick;
    }

    /// <summary>Forgets what was known and how far anybody was read; whom this store heard of stays.</summary>
    public async ValueTask ForgetKnowledgeAsync(CancellationToken cancellationToken)
    {
        await connection.Statement($"UPDATE {_name} SET known = 0, anchor = 0, cursor = NULL").WriteAsync(cancellationToken);
        await connection.Statement($"DELETE FROM {_missing}").WriteAsync(cancellationToken);
    }

    /// <summary>The greatest tick of an identity of this store that any partner said to know.</summary>
    public async ValueTask<long> UploadedAsync(ReplicaId identity, CancellationToken cancellationToken)
    {
        var uploaded = 0L;
        var statement = connection.Statement($"SELECT heard FROM {_name} WHERE heard IS NOT NULL");
        while (await statement.ReadAsync(cancellationToken))
        {
            uploaded = Math.Max(uploaded, Knowledge.Read(statement.Row.GetBinary(0)).TickOf(identity));
        }

        return uploaded;
    }

    /// <summary>What the store knows, itself included.</summary>
    public async ValueTask<Knowledge> ReadKnowledgeAsync(StoreState state, CancellationToken cancellationToken)
    {
        var knowledge = new Knowledge();
        var ticks = connection.Statement($"SELECT replica, known, id FROM {_name} WHERE known > 0 OR id = {P(0)}");
        ticks.Parameters.SetInt32(0, state.Self);
        while (await ticks.ReadAsync(cancellationToken))
        {
            var known = ticks.Row.GetInt32(2) == state.Self ? state.Tick : ticks.Row.GetInt64(1);
            knowledge.Raise(ticks.Row.GetReplica(0), known);
        }

        var missing = connection.Statement($"SELECT replica, tick FROM {_missing}");
        var versions = new List<(int Replica, long Tick)>();
        while (await missing.ReadAsync(cancellationToken))
        {
            versions.Add((missing.Row.GetInt32(0), missing.Row.GetInt64(1)));
        }

        foreach (var (replica, tick) in versions)
        {
            knowledge.AddMissing(new SyncVersion(await IdOfAsync(replica, cancellationToken), tick));
        }

        return knowledge;
    }

    /// <summary>Stores knowledge, but for the store's own tick, which its state holds.</summary>
    public async ValueTask WriteKnowledgeAsync(Knowledge before, Knowledge after, StoreState state, CancellationToken cancellationToken)
    {
        foreach (var (replica, tick) in after.Ticks)
        {
            var number = await NumberOfAsync(replica, cancellationToken);
            if (number != state.Self && tick != before.TickOf(replica))
            {
                var raise = connection.Statement($"UPDATE {_name} SET known = {P(0)} WHERE id = {P(1)}");
                raise.Parameters.SetInt64(0, tick);
                raise.Parameters.SetInt32(1, number);
                await raise.WriteAsync(cancellationToken);
            }
        }

        foreach (var version in after.Missing.Except(before.Missing))
        {
            await ChangeMissingAsync($"INSERT INTO {_missing} (replica, tick) VALUES ({P(0)}, {P(1)})", version, cancellationToken);
        }

        foreach (var version in before.Missing.Except(after.Missing))
        {
            await ChangeMissingAsync($"DELETE FROM {_missing} WHERE replica = {P(0)} AND tick = {P(1)}", version, cancellationToken);
        }
    }

    private async ValueTask ChangeMissingAsync(string sql, SyncVersion version, CancellationToken cancellationToken)
    {
        var number = await NumberOfAsync(version.Replica, cancellationToken);
        var statement = connection.Statement(sql);
        statement.Parameters.SetInt32(0, number);
        statement.Parameters.SetInt64(1, version.Tick);
        await statement.WriteAsync(cancellationToken);
    }

    private int Remember(ReplicaId id, int number)
    {
        _numbers[id] = number;
        _ids[number] = id;
        return number;
    }

    private string P(int ordinal) => connection.Dialect.Parameter(ordinal);
}
