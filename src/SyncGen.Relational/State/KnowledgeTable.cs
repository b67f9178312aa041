using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.State;

/// <summary>What a store knows: the greatest tick of each replica, and the versions that are missing below it.</summary>
internal sealed class KnowledgeTable(RelationalConnection connection, ScopeNames names, ReplicaTable replicas)
{
    private readonly string _name = connection.Dialect.Quote(names.Replica);
    private readonly string _missing = connection.Dialect.Quote(names.Missing);

    /// <summary>What the store knows, itself included.</summary>
    public async ValueTask<Knowledge> ReadAsync(StoreState state, CancellationToken cancellationToken)
    {
        var knowledge = new Knowledge();
        var read = connection.Statement($"SELECT replica, known, id, 0 FROM {_name} WHERE known > 0 OR id = {P(0)} "
            + $"UNION ALL SELECT NULL, m.tick, m.replica, 1 FROM {_missing} AS m");
        read.Parameters.SetInt32(0, state.Self);
        var versions = new List<(int Replica, long Tick)>();
        while (await read.ReadAsync(cancellationToken))
        {
            var (number, tick) = (read.Row.GetInt32(2), read.Row.GetInt64(1));
            if (read.Row.GetInt32(3) != 0)
            {
                versions.Add((number, tick));
                continue;
            }

            var replica = read.Row.GetReplica(0);
            replicas.Remember(replica, number);
            knowledge.Raise(replica, number == state.Self ? state.Tick : tick);
        }

        foreach (var (replica, tick) in versions)
        {
            knowledge.AddMissing(new SyncVersion(await replicas.IdOfAsync(replica, cancellationToken), tick));
        }

        return knowledge;
    }

    /// <summary>Stores knowledge, but for the store's own tick, which its state holds.</summary>
    public async ValueTask WriteAsync(Knowledge before, Knowledge after, StoreState state, CancellationToken cancellationToken)
    {
        foreach (var (replica, tick) in after.Ticks)
        {
            var number = await replicas.NumberOfAsync(replica, cancellationToken);
            if (number != state.Self && tick != before.TickOf(replica))
            {
                var raise = connection.Statement($"UPDATE {_name} SET known = {P(0)} WHERE id = {P(1)}");
                raise.Parameters.SetInt64(0, tick);
                raise.Parameters.SetInt32(1, number);
                await raise.RunAsync(cancellationToken);
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
        var number = await replicas.NumberOfAsync(version.Replica, cancellationToken);
        var statement = connection.Statement(sql);
        statement.Parameters.SetInt32(0, number);
        statement.Parameters.SetInt64(1, version.Tick);
        await statement.RunAsync(cancellationToken);
    }

    /// <summary>Sets the greatest tick known of a replica, higher or lower than before.</summary>
    public async ValueTask SetKnownAsync(int number, long known, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"UPDATE {_name} SET known = {P(0)} WHERE id = {P(1)}");
        statement.Parameters.SetInt64(0, known);
        statement.Parameters.SetInt32(1, number);
        await statement.RunAsync(cancellationToken);
    }

    /// <summary>Forgets how far anybody was read.</summary>
    public async ValueTask ForgetProgressAsync(CancellationToken cancellationToken) =>
        await connection.Statement($"UPDATE {_name} SET anchor = 0, {connection.Dialect.Quote("cursor")} = NULL").RunAsync(cancellationToken);

    private string P(int ordinal) => connection.Dialect.Parameter(ordinal);
}
