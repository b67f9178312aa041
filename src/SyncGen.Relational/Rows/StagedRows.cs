using SyncGen.Model;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Rows;

/// <summary>Puts rows, or keys, into a table's stage.</summary>
internal sealed class StagedRows<TRow>(RelationalStore store, SyncTable<TRow> table, BaseRows<TRow> rows, RelationalStage stage)
    where TRow : class
{
    private long _keysIn;

    /// <summary>Whether keys are in that were put there in the open transaction, and nothing else since.</summary>
    public bool HasKeys => _keysIn == store.Applied;

    /// <summary>Puts keys in; answers false, and none is in, where one cannot be stored.</summary>
    public async ValueTask<bool> TryPutKeysAsync(IReadOnlyList<TRow> keys, CancellationToken cancellationToken)
    {
        await store.Connection.BeginRowAsync(cancellationToken);
        await stage.BeginAsync(cancellationToken);
        for (var i = 0; i < keys.Count; i++)
        {
            table.WriteKey(keys[i], stage.Row);
            stage.Row.SetInt32(table.Columns.Count, i);
            await stage.AddAsync(cancellationToken);
        }

        var outcome = await stage.EndAsync(cancellationToken);
        await store.Connection.EndRowAsync(undo: outcome.IsRefused, cancellationToken);
        _keysIn = outcome.IsRefused ? 0 : store.Applied;
        return !outcome.IsRefused;
    }

    /// <summary>Puts rows in, or their keys, to write them; answers false where one cannot be stored, and what is in counts for nothing.</summary>
    public async ValueTask<bool> TryPutAsync(IReadOnlyList<TRow> written, bool keysOnly, CancellationToken cancellationToken)
    {
        await stage.BeginAsync(cancellationToken);
        for (var i = 0; i < written.Count; i++)
        {
            if (!TryBind(written[i], keysOnly))
            {
                await stage.EndAsync(cancellationToken);
                return false;
            }

            stage.Row.SetInt32(table.Columns.Count, i);
            await stage.AddAsync(cancellationToken);
        }

        return !(await stage.EndAsync(cancellationToken)).IsRefused;
    }

    /// <summary>The same with what is tracked of them, each at its tick from the next one on.</summary>
    public async ValueTask<bool> TryPutAsync(
        IReadOnlyList<(TRow Row, RowVersion Version, LocalRow Local)> written, bool keysOnly, CancellationToken cancellationToken)
    {
        var tick = store.State.Tick;
        await stage.BeginAsync(cancellationToken);
        for (var i = 0; i < written.Count; i++)
        {
            if (!TryBind(written[i].Row, keysOnly))
            {
                await stage.EndAsync(cancellationToken);
                return false;
            }

            await BindAsync(i, tick + 1 + i, written[i].Version, written[i].Local, cancellationToken);
            await stage.AddAsync(cancellationToken);
        }

        return !(await stage.EndAsync(cancellationToken)).IsRefused;
    }

    /// <summary>Gives replicas their numbers: while rows go in no other statement may run.</summary>
    public async ValueTask NumberReplicasAsync(IReadOnlyList<(TRow Row, RowVersion Version, LocalRow Local)> written, CancellationToken cancellationToken)
    {
        foreach (var (_, version, _) in written)
        {
            await store.Replicas.NumberOfAsync(version.Version.Replica, cancellationToken);
            if (!version.Base.IsNone)
            {
                await store.Replicas.NumberOfAsync(version.Base.Replica, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Keeps the table's triggers quiet for rows that are about to be written. Before any savepoint: to return to one would
    /// let them speak again.
    /// </summary>
    public async ValueTask HushAsync(IEnumerable<TRow> written, CancellationToken cancellationToken)
    {
        _keysIn = 0;
        foreach (var row in written)
        {
            await rows.HushAsync(row, reachesItself: false, cancellationToken);
        }
    }

    private bool TryBind(TRow row, bool keysOnly)
    {
        try
        {
            if (keysOnly)
            {
                table.WriteKey(row, stage.Row);
            }
            else
            {
                table.Write(row, stage.Row);
            }

            return true;
        }
        catch (SyncException refused) when (refused.Code == SyncErrorCode.UnstorableValue)
        {
            return false;
        }
    }

    private async ValueTask BindAsync(int n, long tick, RowVersion version, LocalRow local, CancellationToken cancellationToken)
    {
        var (row, first) = (stage.Row, table.Columns.Count);
        row.SetInt32(first, n);
        row.SetInt64(first + 1, tick);
        row.SetInt32(first + 2, await store.Replicas.NumberOfAsync(version.Version.Replica, cancellationToken));
        row.SetInt64(first + 3, version.Version.Tick);
        if (!version.Base.IsNone)
        {
            row.SetInt32(first + 4, await store.Replicas.NumberOfAsync(version.Base.Replica, cancellationToken));
        }

        row.SetInt64(first + 5, version.Base.Tick);
        row.SetInt64(first + 6, version.Time);
        row.SetNullable(first + 7, version.Author);
        row.SetInt32(first + 8, version.IsDeleted ? 1 : 0);
        if (local.IsTracked)
        {
            row.SetInt64(first + 9, local.Tick);
        }
    }
}
