using SyncGen.Model;
using SyncGen.Relational.Statements;
using SyncGen.Versions;

namespace SyncGen.Relational.Rows;

/// <summary>A peer's tracking rows of a table.</summary>
internal sealed class TrackedRows<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements, BaseRows<TRow> rows)
    where TRow : class
{
    private RelationalStatement? _find, _insert, _update, _delete;

    private RelationalStatement Find => _find ??= store.Connection.Statement(statements.Peer.Find, table);

    private RelationalStatement Insert => _insert ??= store.Connection.Statement(statements.Peer.Insert, table);

    private RelationalStatement Update => _update ??= store.Connection.Statement(statements.Peer.Update);

    private RelationalStatement DeleteByTick => _delete ??= store.Connection.Statement(statements.Peer.DeleteByTick);

    /// <summary>What the peer holds of a key.</summary>
    public async ValueTask<LocalRow> FindAsync(TRow key, CancellationToken cancellationToken)
    {
        table.WriteKey(key, Find.Parameters);
        if (await Find.ReadAsync(cancellationToken))
        {
            var fields = TrackFields.Read(Find.Row, 0);
            Find.Reset();
            return await fields.ToLocalRowAsync(store, cancellationToken);
        }

        return await rows.ExistsAsync(key, cancellationToken) ? await UntrackedAsync(cancellationToken) : default;
    }

    /// <summary>A row that was there when the table was provisioned and has not changed since.</summary>
    public async ValueTask<LocalRow> UntrackedAsync(CancellationToken cancellationToken) => new()
    {
        Exists = true,
        Tick = store.State.ProvisionedTick,
        Version = new SyncVersion(
            await store.Replicas.IdOfAsync(store.State.ProvisionedReplica, cancellationToken),
            store.State.ProvisionedTick),
        Time = store.State.ProvisionedTime,
    };

    /// <summary>Notes a write at a new local tick, in place of what was there.</summary>
    /// <returns>The outcome, and the tick.</returns>
    public async ValueTask<long> WriteAsync(TRow key, LocalRow before, RowVersion version, CancellationToken cancellationToken)
    {
        var tick = store.State.NextTick();
        if (before.IsTracked)
        {
            await BindAsync(Update, 0, tick, version, cancellationToken);
            Update.Parameters.SetInt64(8, before.Tick);
            await Update.RunAsync(cancellationToken);
        }
        else
        {
            table.WriteKey(key, Insert.Parameters);
            await BindAsync(Insert, table.KeyLength, tick, version, cancellationToken);
            await Insert.RunAsync(cancellationToken);
        }

        return tick;
    }

    /// <summary>Adds a row at a new local tick where the key is not tracked yet; answers whether it was not.</summary>
    public async ValueTask<bool> TryAddAsync(TRow key, RowVersion version, CancellationToken cancellationToken)
    {
        table.WriteKey(key, Insert.Parameters);
        await BindAsync(Insert, table.KeyLength, store.State.Tick + 1, version, cancellationToken);
        var outcome = await Insert.WriteAsync(cancellationToken);
        if (outcome.IsRefused)
        {
            return false;
        }

        store.State.NextTick();
        return true;
    }

    /// <summary>Removes the tracking row of a tick.</summary>
    public async ValueTask RemoveAsync(long tick, CancellationToken cancellationToken)
    {
        DeleteByTick.Parameters.SetInt64(0, tick);
        await DeleteByTick.RunAsync(cancellationToken);
    }

    private async ValueTask BindAsync(
        RelationalStatement statement, int first, long tick, RowVersion version, CancellationToken cancellationToken)
    {
        var replica = await store.Replicas.NumberOfAsync(version.Version.Replica, cancellationToken);
        int? baseReplica = version.Base.IsNone
            ? null
            : await store.Replicas.NumberOfAsync(version.Base.Replica, cancellationToken);
        var parameters = statement.Parameters;
        parameters.SetInt64(first, tick);
        parameters.SetInt32(first + 1, replica);
        parameters.SetInt64(first + 2, version.Version.Tick);
        parameters.SetNullable(first + 3, baseReplica);
        parameters.SetInt64(first + 4, version.Base.Tick);
        parameters.SetInt64(first + 5, version.Time);
        parameters.SetNullable(first + 6, version.Author);
        parameters.SetInt32(first + 7, version.IsDeleted ? 1 : 0);
    }
}
