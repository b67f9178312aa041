namespace SyncGen.Relational.Filters;

/// <summary>
/// Keeps the effective filter values of rows up to date, within the transaction that changed them: compares old and new by set,
/// notes moves, and does the same for the children of parents that moved.
/// </summary>
internal sealed class PartFolder(RelationalStore store)
{
    private readonly IReadOnlyList<PartSql> _tables = [.. store.Statements.Select(table => table.Part).OfType<PartSql>()];

    private long _tick;

    /// <summary>Notes the tick with which a transaction begins.</summary>
    public void Begin() => _tick = store.State.Tick;

    /// <summary>Folds what a peer's open transaction has changed so far; parents come before children.</summary>
    public async ValueTask FoldAsync(CancellationToken cancellationToken)
    {
        if (_tables.Count > 0 && store.State.Role == SyncRole.Peer && store.State.Tick != _tick)
        {
            await FoldAsync(_tick, cancellationToken);
            _tick = store.State.Tick;
        }
    }

    /// <summary>Lets go of the values of rows that are gone without a trace.</summary>
    public async ValueTask CleanAsync(CancellationToken cancellationToken)
    {
        foreach (var table in _tables)
        {
            await store.Connection.Statement(table.Clean).RunAsync(cancellationToken);
        }
    }

    /// <summary>Forgets moves of before a time, up to a tick; leaves that have not read them reconcile.</summary>
    public async ValueTask ForgetAsync(long before, long upTo, CancellationToken cancellationToken)
    {
        foreach (var table in _tables)
        {
            var last = store.Connection.Statement(table.LastMove);
            last.Parameters.SetInt64(0, before);
            last.Parameters.SetInt64(1, upTo);
            await last.ReadAsync(cancellationToken);
            store.State.ForgottenTick = Math.Max(store.State.ForgottenTick, last.Row.GetInt64(0));
            last.Reset();
            var forget = store.Connection.Statement(table.ForgetMoves);
            forget.Parameters.SetInt64(0, before);
            forget.Parameters.SetInt64(1, upTo);
            await forget.RunAsync(cancellationToken);
        }

        await CleanAsync(cancellationToken);
    }

    private async ValueTask FoldAsync(long from, CancellationToken cancellationToken)
    {
        foreach (var table in _tables)
        {
            var before = store.State.Tick;
            var moves = store.Connection.Statement(table.Moves);
            moves.Parameters.SetInt64(0, before);
            moves.Parameters.SetInt64(1, from);
            moves.Parameters.SetInt64(2, store.Settings.Environment.NowMicroseconds);
            store.State.Tick += await moves.RunAsync(cancellationToken);
            var parts = store.Connection.Statement(table.Store);
            parts.Parameters.SetInt64(0, store.State.Tick);
            parts.Parameters.SetInt64(1, from);
            parts.Parameters.SetInt64(2, before);
            await parts.RunAsync(cancellationToken);
        }
    }
}
