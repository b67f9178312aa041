using SyncGen.Relational.State;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Quarantine;

/// <summary>The rows that the database refused. A key may wait in several versions.</summary>
internal sealed class QuarantineTable(
    RelationalConnection connection, ScopeNames names, ReplicaTable replicas, SyncEnvironment environment)
{
    private readonly string _columns = $"table_name, row_key, {connection.Dialect.Quote("row")}, deleted, replica, tick, base_replica, base_tick, time, "
        + "knowledge, leaf, leaf_anchor, error_code, error, source, filter";

    private readonly string _name = connection.Dialect.Quote(names.Quarantine);

    /// <summary>Whether nothing waits.</summary>
    public async ValueTask<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        !await RelationalStore.AnyAsync(connection.Statement(connection.Dialect.First($"SELECT 1 FROM {_name}")), cancellationToken);

    /// <summary>The numbers of rows that wait, oldest first.</summary>
    /// <param name="after">The number after which they begin; 0: all.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<List<long>> ListAsync(long after, int most, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT id FROM {_name} WHERE id > {P(0)} ORDER BY id");
        statement.Parameters.SetInt64(0, after);
        var ids = new List<long>();
        while (ids.Count < most && await statement.ReadAsync(cancellationToken))
        {
            ids.Add(statement.Row.GetInt64(0));
        }

        statement.Reset();
        return ids;
    }

    /// <summary>The row of a number; null if it is gone.</summary>
    public async ValueTask<QuarantinedRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT id, {_columns} FROM {_name} WHERE id = {P(0)}");
        statement.Parameters.SetInt64(0, id);
        return (await ReadAsync(statement, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The rows that wait for a key, oldest first.</summary>
    public async ValueTask<IReadOnlyList<QuarantinedRow>> OfKeyAsync(string table, string key, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT id, {_columns} FROM {_name} WHERE table_name = {P(0)} AND row_key = {P(1)} ORDER BY id");
        statement.Parameters.SetString(0, table);
        statement.Parameters.SetString(1, key);
        return await ReadAsync(statement, cancellationToken);
    }

    /// <summary>The keys of a table's rows that wait, as JSON.</summary>
    public async ValueTask<HashSet<string>> KeysAsync(string table, CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT row_key FROM {_name} WHERE table_name = {P(0)}");
        statement.Parameters.SetString(0, table);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (await statement.ReadAsync(cancellationToken))
        {
            keys.Add(statement.Row.GetString(0));
        }

        return keys;
    }

    /// <summary>The versions of all rows that wait, but for leaves' edits.</summary>
    public async ValueTask<List<SyncVersion>> VersionsAsync(CancellationToken cancellationToken)
    {
        var statement = connection.Statement($"SELECT replica, tick FROM {_name} WHERE leaf IS NULL AND replica IS NOT NULL");
        var numbers = new List<(int Replica, long Tick)>();
        while (await statement.ReadAsync(cancellationToken))
        {
            numbers.Add((statement.Row.GetInt32(0), statement.Row.GetInt64(1)));
        }

        var versions = new List<SyncVersion>(numbers.Count);
        foreach (var (replica, tick) in numbers)
        {
            versions.Add(new SyncVersion(await replicas.IdOfAsync(replica, cancellationToken), tick));
        }

        return versions;
    }

    /// <summary>Adds a row in place of all that waits for its key; one that came before stays as it waits.</summary>
    public async ValueTask ReplaceAsync(QuarantinedRow row, CancellationToken cancellationToken)
    {
        if (await OfKeyAsync(row.Table, row.Key, cancellationToken) is not [var only] || !IsSame(only, row))
        {
            await RemoveKeyAsync(row.Table, row.Key, cancellationToken);
            await AddAsync(row, cancellationToken);
        }
    }

    /// <summary>Adds a row, in place of one of the same key and version; one that came before stays as it waits.</summary>
    public async ValueTask AddAsync(QuarantinedRow row, CancellationToken cancellationToken)
    {
        int? replica = row.Version.IsNone ? null : await replicas.NumberOfAsync(row.Version.Replica, cancellationToken);
        int? baseReplica = row.Base.IsNone ? null : await replicas.NumberOfAsync(row.Base.Replica, cancellationToken);
        foreach (var waiting in await OfKeyAsync(row.Table, row.Key, cancellationToken))
        {
            if (IsSame(waiting, row))
            {
                return;
            }

            if (waiting.Version == row.Version)
            {
                await RemoveAsync(waiting.Id, cancellationToken);
            }
        }

        var insert = connection.Statement($"INSERT INTO {_name} ({_columns}, attempts, first_attempt, last_attempt) "
            + $"VALUES ({string.Join(", ", Enumerable.Range(0, 16).Select(P))}, 1, {P(16)}, {P(16)})");
        var p = insert.Parameters;
        p.SetString(0, row.Table);
        p.SetString(1, row.Key);
        p.SetString(2, row.Row);
        p.SetInt32(3, row.IsDeleted ? 1 : 0);
        p.SetNullable(4, replica);
        p.SetInt64(5, row.Version.Tick);
        p.SetNullable(6, baseReplica);
        p.SetInt64(7, row.Base.Tick);
        p.SetInt64(8, row.Time);
        p.SetNullable(9, row.Knowledge);
        p.SetNullable(10, row.Leaf);
        p.SetInt64(11, row.LeafAnchor);
        p.SetInt32(12, (int)row.Code);
        p.SetString(13, row.Error);
        p.SetNullable(14, row.Source);
        p.SetNullable(15, row.Filter);
        p.SetInt64(16, environment.NowMicroseconds);
        await insert.RunAsync(cancellationToken);
    }

    /// <summary>Removes a row that was decided.</summary>
    public async ValueTask RemoveAsync(long id, CancellationToken cancellationToken)
    {
        var delete = connection.Statement($"DELETE FROM {_name} WHERE id = {P(0)}");
        delete.Parameters.SetInt64(0, id);
        await delete.RunAsync(cancellationToken);
    }

    /// <summary>Removes all that waits for a key; answers how many rows that were.</summary>
    public async ValueTask<int> RemoveKeyAsync(string table, string key, CancellationToken cancellationToken)
    {
        var delete = connection.Statement($"DELETE FROM {_name} WHERE table_name = {P(0)} AND row_key = {P(1)}");
        delete.Parameters.SetString(0, table);
        delete.Parameters.SetString(1, key);
        return await delete.RunAsync(cancellationToken);
    }

    /// <summary>Removes all rows that partners will send again; leaves' edits stay.</summary>
    public async ValueTask ClearPulledAsync(CancellationToken cancellationToken) =>
        await connection.Statement($"DELETE FROM {_name} WHERE leaf IS NULL").RunAsync(cancellationToken);

    /// <summary>Notes that a row was refused once more.</summary>
    public async ValueTask NoteAttemptAsync(long id, WriteOutcome refusal, CancellationToken cancellationToken)
    {
        var update = connection.Statement($"UPDATE {_name} SET attempts = attempts + 1, last_attempt = {P(0)}, "
            + $"error_code = {P(1)}, error = {P(2)} WHERE id = {P(3)}");
        update.Parameters.SetInt64(0, environment.NowMicroseconds);
        update.Parameters.SetInt32(1, (int)refusal.Refusal);
        update.Parameters.SetString(2, refusal.Reason ?? "");
        update.Parameters.SetInt64(3, id);
        await update.RunAsync(cancellationToken);
    }

    private async ValueTask<List<QuarantinedRow>> ReadAsync(RelationalStatement statement, CancellationToken cancellationToken)
    {
        var rows = new List<(QuarantinedRow Row, int? Replica, int? Base)>();
        while (await statement.ReadAsync(cancellationToken))
        {
            rows.Add((QuarantinedRow.Read(statement.Row), statement.Row.GetNullableInt32(5), statement.Row.GetNullableInt32(7)));
        }

        var result = new List<QuarantinedRow>(rows.Count);
        foreach (var (row, replica, baseReplica) in rows)
        {
            result.Add(row with
            {
                Version = await VersionAsync(replica, row.Version.Tick, cancellationToken),
                Base = await VersionAsync(baseReplica, row.Base.Tick, cancellationToken),
            });
        }

        return result;
    }

    private static bool IsSame(QuarantinedRow waiting, QuarantinedRow row) =>
        waiting with { Id = row.Id, Knowledge = row.Knowledge } == row && waiting.Knowledge.AsSpan().SequenceEqual(row.Knowledge);

    private async ValueTask<SyncVersion> VersionAsync(int? replica, long tick, CancellationToken cancellationToken) =>
        replica is { } number ? new SyncVersion(await replicas.IdOfAsync(number, cancellationToken), tick) : SyncVersion.None;

    private string P(int ordinal) => connection.Dialect.Parameter(ordinal);
}
