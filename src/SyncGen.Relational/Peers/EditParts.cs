using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Relational.Sessions;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Peers;

/// <summary>What a hub makes of a leaf's edits of a table where the leaf holds a part, and what it tells the leaf.</summary>
internal sealed class EditParts<TRow>(RelationalStore store, SyncTable<TRow> table, TableStatements statements, PeerRows<TRow> rows)
    where TRow : class
{
    private readonly PartCheck<TRow> _check = new(store, table, statements);

    /// <summary>Whether the row of a key, or what it was last, lies outside a part.</summary>
    public ValueTask<bool> IsOutsideAsync(TRow key, FilterBinding? filter, CancellationToken cancellationToken) =>
        _check.IsOutsideAsync(key, filter, cancellationToken);

    /// <summary>
    /// Whether a row that was refused is in nobody's part: a leaf's rows come after their parents, and this one's is not here, nor does
    /// it wait with others of the leaf.
    /// </summary>
    public async ValueTask<bool> IsInNoneAsync(RowEdit<TRow> edit, UploadContext upload, WriteOutcome refusal, CancellationToken cancellationToken) =>
        refusal.Refusal == SyncErrorCode.ForeignKeyViolated && upload.Filter is not null && !edit.IsDeleted
        && await _check.LacksParentAsync(edit.Row, cancellationToken)
        && !await WaitsAsync(upload.Number, cancellationToken);

    /// <summary>Gives up a row that came to lie outside a part since a tick: it is decided once more without it.</summary>
    public ValueTask GiveUpAsync(TRow row, FilterBinding? filter, long before, BatchAttempt attempt, CancellationToken cancellationToken) =>
        _check.GiveUpAsync(row, filter, before, attempt, cancellationToken);

    /// <summary>Answers an edit that is not taken: a conflict that is settled for the hub.</summary>
    public async ValueTask<EditAnswer<TRow>> RejectAsync(
        RowEdit<TRow> edit, UploadContext upload, WriteOutcome refusal, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        attempt.Rejected(table.Name, RowJson.WriteKey(table, edit.Row), refusal);
        return await PresentAsync(edit, upload, cancellationToken) with { Rejection = refusal.Refusal };
    }

    /// <summary>Answers with what the hub holds now, or with nothing where the leaf may not see it.</summary>
    public async ValueTask<EditAnswer<TRow>> PresentAsync(RowEdit<TRow> edit, UploadContext upload, CancellationToken cancellationToken)
    {
        if (await _check.IsOutsideAsync(edit.Row, upload.Filter, cancellationToken))
        {
            return new EditAnswer<TRow>(edit.Tick, EditOutcome.Removed, edit.Row, 0) { Rejection = PartRefusal.Outcome.Refusal };
        }

        var local = await rows.Tracked.FindAsync(edit.Row, cancellationToken);
        var row = local.IsPresent ? await rows.Base.FindAsync(edit.Row, cancellationToken) : null;
        return row is null
            ? new EditAnswer<TRow>(edit.Tick, EditOutcome.Removed, edit.Row, local.Tick)
            : new EditAnswer<TRow>(edit.Tick, EditOutcome.Replaced, row, local.Tick);
    }

    private async ValueTask<bool> WaitsAsync(int leaf, CancellationToken cancellationToken)
    {
        var names = new ScopeNames(store.Scope.Name, store.Connection.Dialect);
        var statement = store.Connection.Statement(
            store.Connection.Dialect.First($"SELECT 1 FROM {store.Connection.Dialect.Quote(names.Quarantine)} WHERE leaf = {store.Connection.Dialect.Parameter(0)}"));
        statement.Parameters.SetInt32(0, leaf);
        return await RelationalStore.AnyAsync(statement, cancellationToken);
    }
}
