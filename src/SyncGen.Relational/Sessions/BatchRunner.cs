namespace SyncGen.Relational.Sessions;

/// <summary>
/// Applies a batch in one transaction. Foreign keys are checked when all its rows are in, so that any order and any cycle
/// is legal. Where parents are missing then, the transaction is rolled back and the batch applied again without the rows
/// that lack one: they go to quarantine.
/// </summary>
internal sealed class BatchRunner(RelationalStore store)
{
    /// <summary>Rounds in which orphans are looked for one by one; a longer chain of orphans is left out whole.</summary>
    private const int RoundsMax = 16;

    /// <summary>Applies a batch.</summary>
    /// <param name="apply">Applies all rows that the attempt does not exclude, within the open transaction.</param>
    /// <param name="findOrphans">Of the rows that were written, those that lack a parent; after that, rows that may be to blame.</param>
    /// <param name="cancellationToken">Cancels; nothing of the batch is applied then.</param>
    public async ValueTask<BatchAttempt> RunAsync(
        Func<BatchAttempt, ValueTask> apply,
        Func<BatchAttempt, int, ValueTask<IReadOnlyList<RowPosition>>> findOrphans,
        CancellationToken cancellationToken)
    {
        var excluded = new Dictionary<RowPosition, WriteOutcome>();
        for (var round = 0; ; round++)
        {
            await store.BeginAsync(forWriting: true, cancellationToken);
            var attempt = new BatchAttempt(excluded);
            try
            {
                await apply(attempt);
                if (attempt.GivenUp.Count > 0)
                {
                    Exclude(attempt.GivenUp, excluded);
                }
                else if (store.Connection.HasOrphans())
                {
                    await ExcludeAsync(attempt, round, excluded, findOrphans);
                }
                else
                {
                    await store.CommitAsync(cancellationToken);
                    return attempt;
                }
            }
            catch (SyncException refusal) when (IsRolledBack(refusal, attempt, excluded))
            {
                // A trigger of the application rolled everything back on account of one row.
                excluded.Add(attempt.At!.Value, new WriteOutcome(0, refusal.Code, refusal.Message));
            }
            catch
            {
                await store.RollbackAsync();
                throw;
            }

            await store.RollbackAsync();
        }
    }

    private bool IsRolledBack(SyncException refusal, BatchAttempt attempt, Dictionary<RowPosition, WriteOutcome> excluded) =>
        refusal.Code == SyncErrorCode.ConstraintViolated && !store.Connection.InTransaction && !store.Settings.IsPreview
        && attempt.At is { } at && !excluded.ContainsKey(at);

    private static void Exclude(Dictionary<RowPosition, WriteOutcome> more, Dictionary<RowPosition, WriteOutcome> excluded)
    {
        foreach (var (position, outcome) in more)
        {
            excluded.TryAdd(position, outcome);
        }
    }

    private static async ValueTask ExcludeAsync(
        BatchAttempt attempt,
        int round,
        Dictionary<RowPosition, WriteOutcome> excluded,
        Func<BatchAttempt, int, ValueTask<IReadOnlyList<RowPosition>>> findOrphans)
    {
        for (var suspicion = round < RoundsMax ? 0 : 1; suspicion <= 2; suspicion++)
        {
            var before = excluded.Count;
            foreach (var position in await findOrphans(attempt, suspicion))
            {
                excluded.TryAdd(position, new WriteOutcome(0, SyncErrorCode.ForeignKeyViolated, suspicion == 1
                    ? "Other rows still refer to this row."
                    : "The row that this row refers to is not here."));
            }

            if (excluded.Count > before)
            {
                return;
            }
        }

        throw new SyncException(SyncErrorCode.ForeignKeyViolated,
            "The store holds rows without parents that no row of the batch is to blame for. Check its foreign keys.");
    }
}
