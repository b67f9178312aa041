using SyncGen.Model;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Rows;

/// <summary>The rows of an application's table, as a session reads and writes them: muted, by key.</summary>
internal sealed class BaseRows<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements, int ordinal)
    where TRow : class
{
    private readonly WrittenKeys<TRow> _written = new(store, table, statements);
    private RelationalStatement? _select, _exists, _insert, _update, _delete, _forget;

    private RelationalStatement Select => _select ??= store.Connection.Statement(statements.Rows.Select, table);

    private RelationalStatement Exists => _exists ??= store.Connection.Statement(statements.Rows.Exists, table);

    private RelationalStatement InsertStatement => _insert ??= store.Connection.Statement(statements.Rows.Insert, table);

    private RelationalStatement UpdateStatement => _update ??= store.Connection.Statement(statements.Rows.Update!, table);

    private RelationalStatement Delete => _delete ??= store.Connection.Statement(statements.Rows.Delete, table);

    private RelationalStatement Forget => _forget ??= store.Connection.Statement(statements.Log.ForgetKey, table);

    private static WriteOutcome Ignored => new(0, SyncErrorCode.ConstraintViolated, "A trigger of the application ignored the row.");

    private static WriteOutcome Awaited => new(0, SyncErrorCode.ForeignKeyViolated, "Rows refer to this row that would be lost with it, and more rows are to come.");

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
        var outcome = await WriteAsync(InsertStatement, row, cancellationToken);
        return outcome is { IsRefused: false, Changed: 0 } ? Ignored : outcome;
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
    /// <param name="key">The key.</param>
    /// <param name="isPartial">
    /// Whether more rows follow. Then a row whose deletion would change others is refused for now: they may be about to leave
    /// it, and would be lost with it.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<WriteOutcome> DeleteAsync(TRow key, bool isPartial, CancellationToken cancellationToken)
    {
        if (isPartial && statements.Taken.Count > 0 && await store.AnyAsync(statements.Taken, table, key, cancellationToken))
        {
            return Awaited;
        }

        await HushAsync(key, statements.Traits.DeletesReachItself, cancellationToken);
        table.WriteKey(key, Delete.Parameters);
        var outcome = await store.Connection.WriteRowAsync(Delete, statements.Traits, cancellationToken);
        if (outcome is { IsRefused: false, Changed: 0 } && await ExistsAsync(key, cancellationToken))
        {
            return Ignored;
        }

        await ForgetAsync(key, statements.Traits.DeletesReachItself && !outcome.IsRefused, cancellationToken);
        return outcome;
    }

    private async ValueTask<WriteOutcome> UpdateAsync(TRow row, CancellationToken cancellationToken) =>
        await WriteAsync(UpdateStatement, row, cancellationToken);

    private async ValueTask<WriteOutcome> WriteAsync(RelationalStatement statement, TRow row, CancellationToken cancellationToken)
    {
        await HushAsync(row, statements.Traits.WritesReachItself, cancellationToken);
        var outcome = TryBind(statement, row) ?? await store.Connection.WriteRowAsync(statement, statements.Traits, cancellationToken);
        if (outcome.IsRefused || outcome.Changed == 0)
        {
            return outcome;
        }

        await ForgetAsync(row, statements.Traits.WritesReachItself, cancellationToken);
        if (statements.Traits.HasTriggers)
        {
            await CorrectAsync(row, cancellationToken);
        }

        return outcome;
    }

    /// <summary>
    /// Keeps this table's triggers quiet. What reaches other rows of the same table must be logged, though: then the
    /// triggers speak, and only the row's own entry is taken back.
    /// </summary>
    /// <param name="key">The row that is about to be written.</param>
    /// <param name="reachesItself">Whether the write may change other rows of the table.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public ValueTask HushAsync(TRow key, bool reachesItself, CancellationToken cancellationToken)
    {
        _written.Add(key);
        return store.MuteAsync(reachesItself ? 0 : ordinal, cancellationToken);
    }

    /// <summary>Takes back what was logged of a row, where the triggers spoke.</summary>
    public async ValueTask ForgetAsync(TRow key, bool wasLogged, CancellationToken cancellationToken)
    {
        if (wasLogged)
        {
            table.WriteKey(key, Forget.Parameters);
            await Forget.RunAsync(cancellationToken);
        }
    }

    /// <summary>
    /// An application's trigger may have changed the row itself, such as the time of its last change. It did so where the
    /// row was written first, too; with each store's own outcome the stores would never agree.
    /// </summary>
    private async ValueTask CorrectAsync(TRow row, CancellationToken cancellationToken)
    {
        if (statements.Rows.Update is null || await HoldsAsync(row, cancellationToken))
        {
            return;
        }

        await store.Connection.WithoutTriggersAsync(async () =>
        {
            table.Write(row, UpdateStatement.Parameters);
            await UpdateStatement.WriteAsync(cancellationToken);
        }, cancellationToken);
    }

    private async ValueTask<bool> HoldsAsync(TRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(row, cancellationToken) is not { } stored || table.ContentEquals(stored, row);
        }
        catch (SyncException unreadable) when (unreadable.Code == SyncErrorCode.UnreadableValue)
        {
            return false;
        }
    }

    /// <summary>Binds a row; answers the refusal if a value of it cannot be stored.</summary>
    public WriteOutcome? TryBind(RelationalStatement statement, TRow row)
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
