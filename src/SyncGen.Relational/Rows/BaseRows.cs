using SyncGen.Model;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Rows;

/// <summary>The rows of an application's table, as a session reads and writes them: muted, by key.</summary>
internal sealed class BaseRows<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements, int ordinal)
    where TRow : class
{
    private RelationalStatement? _select, _exists, _insert, _update, _delete, _forget;

    private RelationalStatement Select => _select ??= store.Connection.Statement(statements.Rows.Select, table);

    private RelationalStatement Exists => _exists ??= store.Connection.Statement(statements.Rows.Exists, table);

    private RelationalStatement InsertStatement => _insert ??= store.Connection.Statement(statements.Rows.Insert, table);

    private RelationalStatement Delete => _delete ??= store.Connection.Statement(statements.Rows.Delete, table);

    private RelationalStatement Forget => _forget ??= store.Connection.Statement(statements.Log.ForgetKey, table);

    /// <summary>Whether there is a row of this key.</summary>
    public ValueTask<bool> ExistsAsync(TRow key, CancellationToken cancellationToken)
    {
        table.WriteKey(key, Exists.Parameters);
        return RelationalStore.AnyAsync(Exists, cancellationToken);
    }

    /// <summary>The row of this key; null if there is none.</summary>
    public async ValueTask<TRow?> FindAsync(TRow key, CancellationToken cancellationToken)
    {
        table.WriteKey(key, Select.Parameters);
        try
        {
            return await Select.ReadAsync(cancellationToken) ? table.Read(Select.Row) : null;
        }
        finally
        {
            Select.Reset();
        }
    }

    /// <summary>Inserts a row.</summary>
    public async ValueTask<WriteOutcome> InsertAsync(TRow row, CancellationToken cancellationToken)
    {
        await store.MuteAsync(ordinal, cancellationToken);
        return TryBind(InsertStatement, row) ?? await InsertStatement.WriteAsync(cancellationToken);
    }

    /// <summary>Makes the row of this key be this one.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isNew">Whether there is probably none of this key yet: only the speed depends on it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<WriteOutcome> PutAsync(TRow row, bool isNew, CancellationToken cancellationToken)
    {
        if (isNew || statements.Rows.Update is null)
        {
            var inserted = await InsertAsync(row, cancellationToken);
            if (!inserted.IsKeyTaken)
            {
                return inserted;
            }

            return statements.Rows.Update is null ? WriteOutcome.Done : await UpdateAsync(row, cancellationToken);
        }

        var updated = await UpdateAsync(row, cancellationToken);
        return updated.IsRefused || updated.Changed > 0 ? updated : await InsertAsync(row, cancellationToken);
    }

    /// <summary>Deletes the row of this key, if there is one.</summary>
    public async ValueTask<WriteOutcome> DeleteAsync(TRow key, CancellationToken cancellationToken)
    {
        // A cascade into the same table must be logged, so the triggers speak, and only this key's own entry is taken back.
        var reachesItself = statements.Traits.DeletesReachItself;
        await store.MuteAsync(reachesItself ? 0 : ordinal, cancellationToken);
        table.WriteKey(key, Delete.Parameters);
        var outcome = await Delete.WriteAsync(cancellationToken);
        if (reachesItself && !outcome.IsRefused)
        {
            table.WriteKey(key, Forget.Parameters);
            await Forget.WriteAsync(cancellationToken);
        }

        return outcome;
    }

    /// <summary>Whether a row that was written lacks a parent.</summary>
    public async ValueTask<bool> IsOrphanAsync(TRow key, CancellationToken cancellationToken)
    {
        foreach (var sql in statements.Orphans)
        {
            var statement = store.Connection.Statement(sql, table);
            table.WriteKey(key, statement.Parameters);
            if (await RelationalStore.AnyAsync(statement, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<WriteOutcome> UpdateAsync(TRow row, CancellationToken cancellationToken)
    {
        await store.MuteAsync(ordinal, cancellationToken);
        var update = _update ??= store.Connection.Statement(statements.Rows.Update!, table);
        return TryBind(update, row) ?? await update.WriteAsync(cancellationToken);
    }

    private WriteOutcome? TryBind(RelationalStatement statement, TRow row)
    {
        try
        {
            table.Write(row, statement.Parameters);
            return null;
        }
        catch (SyncException refused) when (refused.Code == SyncErrorCode.UnstorableValue)
        {
            return new WriteOutcome(0, refused.Code, refused.Message);
        }
    }
}
