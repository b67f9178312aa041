using SyncGen.Model;
using SyncGen.Relational.Statements;

namespace SyncGen.Relational.Rows;

/// <summary>
/// Locks, looks up and writes many rows of a table at once, where the database is faster so. What the database refuses as a
/// set is taken back and left to be written row by row, which tells the row that is to blame.
/// </summary>
internal sealed class RowSet<TRow>
    where TRow : class
{
    /// <summary>Fewer rows are not worth a temporary table.</summary>
    private const int RowsMin = 16;

    private readonly RelationalStore _store;
    private readonly SyncTable<TRow> _table;
    private readonly TableStatements _statements;
    private readonly StagedRows<TRow>? _stage;
    private readonly SetSql? _sql;
    private readonly StagedRows<TRow>? _loader;
    private readonly StagedRows<TRow>? _tracker;
    private long _insertedIn;
    private bool _wereThere;

    public RowSet(RelationalStore store, SyncTable<TRow> table, TableStatements statements, int ordinal, BaseRows<TRow> rows)
    {
        (_store, _table, _statements) = (store, table, statements);
        if (statements.Traits.StageTypes is not null && store.Connection.StagesOf(table, ordinal, statements.Names, statements.Traits) is { } stages)
        {
            _stage = new StagedRows<TRow>(store, table, rows, stages.Rows);
            _sql = new SetSql(table, statements, store.Connection.Dialect, stages.Rows.Name);
            _loader = stages.Table is null ? null : new StagedRows<TRow>(store, table, rows, stages.Table);
            _tracker = stages.Tracking is null ? null : new StagedRows<TRow>(store, table, rows, stages.Tracking);
        }
    }

    private StagedRows<TRow> Stage => _stage ?? throw new InvalidOperationException("Rows of this table are written one by one.");

    private SetSql Sql => _sql ?? throw new InvalidOperationException("Rows of this table are written one by one.");

    /// <summary>Selects the rows that were locked last, with their numbers; null where they are not known.</summary>
    public string? SelectLocked => _stage is { HasKeys: true } ? Sql.Rows : null;

    /// <summary>Whether so many rows are better written as a set.</summary>
    public bool IsFor(int count) => _stage is not null && count >= RowsMin;

    /// <summary>Whether deletions may be: those that reach no other row.</summary>
    public bool MayDelete(bool isPartial) => !_statements.Traits.DeletesReachItself && !(isPartial && _statements.Taken.Count > 0);

    /// <summary>Whether rows that are in the order of their keys have each its own.</summary>
    public bool AreDistinct(IReadOnlyList<TRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (_table.CompareKeys(rows[i - 1], rows[i]) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Locks those of the rows that are there, in the order that they are given; answers false where none was locked for a value that cannot be stored.</summary>
    public async ValueTask<bool> TryLockAsync(IReadOnlyList<TRow> keys, CancellationToken cancellationToken)
    {
        if (!await Stage.TryPutKeysAsync(keys, cancellationToken))
        {
            return false;
        }

        if (Sql.Lock is { } sql)
        {
            await RelationalStore.AnyAsync(_store.Connection.Statement(sql), cancellationToken);
        }

        return true;
    }

    /// <summary>Whether <see cref="TryInsertAsync"/> put rows in in the open transaction.</summary>
    public bool HasInserted => _insertedIn == _store.Applied;

    /// <summary>
    /// Inserts rows before anything is known of them, so that each is this session's from then on; answers false, and none is in,
    /// where one of their keys is there, or the database refuses one for another reason. Then it is not tried again in this session.
    /// </summary>
    public async ValueTask<bool> TryInsertAsync(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        _insertedIn = 0;
        if (_loader is null || _wereThere || !IsFor(rows.Count) || !AreDistinct(rows))
        {
            return false;
        }

        await _loader.HushAsync(rows, cancellationToken);
        await _store.Connection.BeginRowAsync(cancellationToken);
        _wereThere = !await _loader.TryPutAsync(rows, keysOnly: false, cancellationToken);
        await _store.Connection.EndRowAsync(undo: _wereThere, cancellationToken);
        _insertedIn = _wereThere ? 0 : _store.Applied;
        return !_wereThere;
    }

    /// <summary>Notes the versions of rows that were inserted, each at its tick from the next one on; answers false where one of their keys is tracked.</summary>
    public async ValueTask<bool> TryTrackAsync(
        IReadOnlyList<(TRow Row, RowVersion Version, LocalRow Local)> rows, CancellationToken cancellationToken)
    {
        await Stage.NumberReplicasAsync(rows, cancellationToken);
        await _store.Connection.BeginRowAsync(cancellationToken);
        var tracked = await (_tracker ?? Stage).TryPutAsync(rows, keysOnly: true, cancellationToken)
            && (_tracker is not null || await RunAsync(Sql.InsertTracked, cancellationToken));
        await _store.Connection.EndRowAsync(undo: !tracked, cancellationToken);
        _store.State.Tick += tracked ? rows.Count : 0;
        return tracked;
    }

    /// <summary>What a peer holds of keys, those that were locked last; null where one of them cannot be stored.</summary>
    public async ValueTask<LocalRow[]?> FindAsync(IReadOnlyList<TRow> keys, TrackedRows<TRow> tracked, CancellationToken cancellationToken)
    {
        if (!Stage.HasKeys && !await Stage.TryPutKeysAsync(keys, cancellationToken))
        {
            return null;
        }

        var found = new LocalRow[keys.Count];
        var statement = _store.Connection.Statement(Sql.Find);
        try
        {
            while (await statement.ReadAsync(cancellationToken))
            {
                var row = statement.Row;
                var n = row.GetInt32(0);
                if (!row.IsNull(1))
                {
                    found[n] = await TrackFields.Read(row, 1).ToLocalRowAsync(_store, cancellationToken);
                }
                else if (row.GetBoolean(TrackFields.Count + 1))
                {
                    found[n] = await tracked.UntrackedAsync(cancellationToken);
                }
            }
        }
        finally
        {
            statement.Reset();
        }

        return found;
    }

    /// <summary>Writes rows, or deletes them, with their versions, each at its tick from the next one on; answers false where the database refused, and all is as before.</summary>
    /// <param name="rows">The rows, what is tracked of them, and what was there.</param>
    /// <param name="deletes">Whether all of them are deletions; else none is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<bool> TryStoreAsync(
        IReadOnlyList<(TRow Row, RowVersion Version, LocalRow Local)> rows, bool deletes, CancellationToken cancellationToken)
    {
        await Stage.NumberReplicasAsync(rows, cancellationToken);
        await Stage.HushAsync(rows.Select(row => row.Row), cancellationToken);
        await _store.Connection.BeginRowAsync(cancellationToken);
        var stored = await Stage.TryPutAsync(rows, deletes, cancellationToken)
            && (deletes
                ? !rows.Any(row => row.Local.IsPresent) || await RunAsync(Sql.Delete, cancellationToken)
                : await PutAsync(rows.Any(row => row.Local.IsPresent), cancellationToken))
            && (!rows.Any(row => row.Local.IsTracked) || await RunAsync(Sql.UpdateTracked, cancellationToken))
            && await RunAsync(Sql.InsertTracked, cancellationToken);
        await _store.Connection.EndRowAsync(undo: !stored, cancellationToken);
        if (stored)
        {
            _store.State.Tick += rows.Count;
        }

        return stored;
    }

    /// <summary>Makes rows be there, or be gone, without tracking them; answers false where the database refused, and all is as before.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="deletes">Whether they are to be gone.</param>
    /// <param name="isNew">Whether there are probably none of their keys.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<bool> TryPutAsync(IReadOnlyList<TRow> rows, bool deletes, bool isNew, CancellationToken cancellationToken)
    {
        await Stage.HushAsync(rows, cancellationToken);
        await _store.Connection.BeginRowAsync(cancellationToken);
        var put = await Stage.TryPutAsync(rows, deletes, cancellationToken)
            && (deletes
                ? await RunAsync(Sql.Delete, cancellationToken)
                : isNew && await RunAsync(Sql.Insert, cancellationToken) || await PutAsync(mayBeThere: true, cancellationToken));
        await _store.Connection.EndRowAsync(undo: !put, cancellationToken);
        return put;
    }

    private async ValueTask<bool> PutAsync(bool mayBeThere, CancellationToken cancellationToken) => mayBeThere
        ? (Sql.Update is not { } update || await RunAsync(update, cancellationToken)) && await RunAsync(Sql.InsertMissing, cancellationToken)
        : await RunAsync(Sql.Insert, cancellationToken);

    // A statement that is refused leaves nothing behind.
    private async ValueTask<bool> RunAsync(string sql, CancellationToken cancellationToken) =>
        !(await _store.Connection.Statement(sql, _table).WriteAsync(cancellationToken)).IsRefused;
}
