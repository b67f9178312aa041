using SyncGen.Providers;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Quarantine;

/// <summary>
/// Tries the rows in quarantine again, a page in one transaction, so that those that need each other find each other. Rows
/// of one page may need rows of a later one, so that it goes round again while that helps.
/// </summary>
internal abstract class QuarantineRetry(RelationalStore store, IReadOnlyList<StoreTable> tables)
{
    /// <summary>How many rows are tried at once.</summary>
    private const int PageRows = 10_000;

    private readonly List<(RowPosition Position, QuarantinedRow Row)> _released = [];

    public async ValueTask<BatchResult> RetryAsync(CancellationToken cancellationToken)
    {
        if (await store.Quarantine.IsEmptyAsync(cancellationToken))
        {
            return BatchResult.Empty;
        }

        var results = new List<BatchResult>();
        for (var round = 0; ; round++)
        {
            var (pages, released) = await RetryAllAsync(results, cancellationToken);
            // Each round but the first brings forward what waited for a later page; a chain crosses no more than all of them.
            if (pages < 2 || released == 0 || round >= pages)
            {
                return new BatchResult([.. results.SelectMany(result => result.Tables)], [.. results.SelectMany(result => result.Notes)]);
            }
        }
    }

    /// <summary>Folds, and says what the attempt must know.</summary>
    protected abstract ValueTask BeginAsync(BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Whether the session that brought a deletion broke off, so that more rows of it are to come.</summary>
    protected abstract ValueTask<bool> IsUnfinishedAsync(QuarantinedRow row, BatchAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Stores what the attempt has learned.</summary>
    protected abstract ValueTask FinishAsync(BatchAttempt attempt, CancellationToken cancellationToken);

    private async ValueTask<(int Pages, int Released)> RetryAllAsync(List<BatchResult> results, CancellationToken cancellationToken)
    {
        var (pages, released, after) = (0, 0, 0L);
        while (await store.Quarantine.ListAsync(after, PageRows, cancellationToken) is { Count: > 0 } page)
        {
            var attempt = await new BatchRunner(store).RunAsync(
                null,
                attempt => RetryAsync(page, attempt, cancellationToken),
                (attempt, suspicion) => FindOrphansAsync(attempt, suspicion, cancellationToken),
                cancellationToken);
            results.Add(attempt.Result);
            released += _released.Count;
            pages++;
            after = page[^1];
        }

        return (pages, released);
    }

    private async ValueTask RetryAsync(List<long> waiting, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        _released.Clear();
        await BeginAsync(attempt, cancellationToken);
        tables.BeginAttempt();
        attempt.HasQuarantine = true;
        attempt.IsPartial = true;
        var refused = new List<(RowPosition Position, long Id)>();
        for (var i = 0; i < waiting.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await store.Quarantine.FindAsync(waiting[i], cancellationToken) is not { } row)
            {
                continue;
            }

            var position = new RowPosition(0, i);
            attempt.At = position;
            var exclusion = attempt.ExclusionOf(position);
            var outcome = exclusion ?? await TableOf(row).RetryAsync(row, attempt, cancellationToken);
            if (outcome.IsRefused && exclusion is null)
            {
                refused.Add((position, row.Id));
            }
            else
            {
                await NoteAsync(position, row, outcome, attempt, cancellationToken);
            }
        }

        // A row may have had to wait for a later one: a unique value that moved, a child that was to leave its parent.
        var blocked = new List<(RowPosition Position, QuarantinedRow Row)>();
        foreach (var (position, id) in refused)
        {
            attempt.At = position;
            var row = await FindAsync(id, cancellationToken);
            attempt.IsPartial = row.IsDeleted && await IsUnfinishedAsync(row, attempt, cancellationToken);
            var outcome = await TableOf(row).RetryAsync(row, attempt, cancellationToken);
            if (outcome.Refusal == SyncErrorCode.ConstraintViolated && refused.Count > 1)
            {
                blocked.Add((position, Short(row)));
            }
            else
            {
                await NoteAsync(position, row, outcome, attempt, cancellationToken);
            }
        }

        await UnblockAsync(blocked, attempt, cancellationToken);
        await FinishAsync(attempt, cancellationToken);
    }

    /// <summary>
    /// Rows may want each other's unique values, and no order of single writes gets there. So a row that waits its turn
    /// gives its value up for a moment. If it then cannot be written, all this is taken back.
    /// </summary>
    private async ValueTask UnblockAsync(
        List<(RowPosition Position, QuarantinedRow Row)> blocked, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        var turns = new Dictionary<(string Table, string Key), int>();
        for (var i = 0; i < blocked.Count; i++)
        {
            turns[(blocked[i].Row.Table, blocked[i].Row.Key)] = i;
        }

        var parked = new Dictionary<(string Table, string Key), RowPosition>();
        for (var i = 0; i < blocked.Count; i++)
        {
            var (position, waiting) = blocked[i];
            var row = await FindAsync(waiting.Id, cancellationToken);
            attempt.At = position;
            var outcome = await TableOf(row).RetryAsync(row, attempt, cancellationToken);
            if (outcome.IsRefused)
            {
                var turn = i;
                var made = await TableOf(row).MakeRoomAsync(row, key => turns.GetValueOrDefault((row.Table, key)) > turn, cancellationToken);
                made.ForEach(key => parked[(row.Table, key)] = position);
                outcome = made.Count > 0 ? await TableOf(row).RetryAsync(row, attempt, cancellationToken) : outcome;
            }

            if (outcome.IsRefused && parked.TryGetValue((row.Table, row.Key), out var cause))
            {
                attempt.GivenUp.TryAdd(cause, outcome);
            }

            await NoteAsync(position, row, outcome, attempt, cancellationToken);
        }
    }

    private async ValueTask NoteAsync(
        RowPosition position, QuarantinedRow row, WriteOutcome outcome, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        // What lies outside its source's part will never be taken: a leaf hears so when it asks again.
        var isOutside = outcome.Refusal == SyncErrorCode.OutsideFilter;
        if (outcome.IsRefused && !isOutside)
        {
            await store.Quarantine.NoteAttemptAsync(row.Id, outcome, cancellationToken);
            return;
        }

        await store.Quarantine.RemoveAsync(row.Id, cancellationToken);
        if (isOutside)
        {
            await TableOf(row).RejectAsync(row, outcome, attempt, cancellationToken);
            return;
        }

        _released.Add((position, Short(row)));
        attempt.Learn(row.Version);
        attempt.CountsOf(row.Table).Released++;
    }

    private async ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken)
    {
        var found = new List<RowPosition>();
        foreach (var (position, row) in _released)
        {
            if (attempt.ExclusionOf(position) is null && await TableOf(row).IsSuspectAsync(row, suspicion, cancellationToken))
            {
                found.Add(position);
            }
        }

        return found;
    }

    private async ValueTask<QuarantinedRow> FindAsync(long id, CancellationToken cancellationToken) =>
        await store.Quarantine.FindAsync(id, cancellationToken)
        ?? throw new InvalidOperationException($"Row {id} left the quarantine within the transaction that looks at it.");

    private StoreTable TableOf(QuarantinedRow row) =>
        tables.First(table => string.Equals(table.Table.Name, row.Table, StringComparison.Ordinal));

    // Rows may be long, and a page is held in memory by what names them alone.
    private static QuarantinedRow Short(QuarantinedRow row) => row with { Row = "", Knowledge = null, Error = "" };
}
