using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Conflicts;

/// <summary>The losers of conflicts, whole, so that nothing that a user wrote disappears without a trace.</summary>
internal sealed class ConflictLog(RelationalConnection connection, ScopeNames names, SyncEnvironment environment)
{
    private readonly string _name = connection.Dialect.Quote(names.Conflict);

    public async ValueTask AddAsync(ConflictEntry entry, CancellationToken cancellationToken)
    {
        var insert = connection.Statement($"INSERT INTO {_name} (recorded, table_name, row_key, policy, outcome, "
            + "loser_replica, loser_tick, loser_time, loser_deleted, loser_row, "
            + "winner_replica, winner_tick, winner_time, winner_deleted, winner_row) "
            + $"VALUES ({string.Join(", ", Enumerable.Range(0, 15).Select(connection.Dialect.Parameter))})");
        var p = insert.Parameters;
        p.SetInt64(0, environment.NowMicroseconds);
        p.SetString(1, entry.Table);
        p.SetString(2, entry.Key);
        p.SetInt32(3, (int)entry.Policy);
        p.SetInt32(4, (int)entry.Outcome);
        Bind(insert, 5, entry.Loser);
        Bind(insert, 10, entry.Winner);
        await insert.RunAsync(cancellationToken);
    }

    private static void Bind(RelationalStatement insert, int first, ConflictEntrySide side)
    {
        var p = insert.Parameters;
        p.SetReplica(first, side.Stamp.Version.Replica);
        p.SetInt64(first + 1, side.Stamp.Version.Tick);
        p.SetInt64(first + 2, side.Stamp.Time);
        p.SetInt32(first + 3, side.Row is null ? 1 : 0);
        p.SetNullable(first + 4, side.Row);
    }
}
