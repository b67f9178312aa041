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
            try
            {
                var attempt = new BatchAttempt(excluded);
                await apply(attempt);
                if (!store.Connection.HasOrphans())
                {
                    await store.CommitAsync(cancellationToken);
                    return attempt;
                }

                await ExcludeAsync(attempt, round, excluded, findOrphans);
            }
            catch
            {
                await store.RollbackAsync();
                throw;
            }

            await store.RollbackAsync();
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
