namespace SyncGen.Relational.Sessions;

/// <summary>
/// Applies a batch in one transaction. Foreign keys are checked when all its rows are in, so that any order and any cycle
/// is legal. Where parents are missing then, the transaction is rolled back and the batch applied again without the rows
/// that lack one: they go to quarantine.
/// </summary>
internal sealed class BatchRunner(RelationalStore store)
{
    /// <summary>Applies a batch.</summary>
    /// <param name="apply">Applies all rows that the attempt does not exclude, within the open transaction.</param>
    /// <param name="findOrphans">Of the rows that the attempt did not leave out, those that may be to blame for one without a parent.</param>
    /// <param name="cancellationToken">Cancels; nothing of the batch is applied then.</param>
    public async ValueTask<BatchAttempt> RunAsync(
        Func<BatchAttempt, ValueTask> apply,
        Func<BatchAttempt, Suspicion, ValueTask<IReadOnlyList<RowPosition>>> findOrphans,
        CancellationToken cancellationToken)
    {
        var excluded = new Dictionary<RowPosition, WriteOutcome>();
        while (true)
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
                    await ExcludeAsync(attempt, excluded, findOrphans);
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

    /// <summary>Leaves out the rows that are surely to blame; where none is, those of the next weaker suspicion.</summary>
    private async ValueTask ExcludeAsync(
        BatchAttempt attempt,
        Dictionary<RowPosition, WriteOutcome> excluded,
        Func<BatchAttempt, Suspicion, ValueTask<IReadOnlyList<RowPosition>>> findOrphans)
    {
        var before = excluded.Count;
        // Orphans are taken out as they are found, which may not set off anything.
        store.Connection.HasTriggers = false;
        try
        {
            foreach (var suspicion in Enum.GetValues<Suspicion>())
            {
                while (Add(await findOrphans(attempt, suspicion), suspicion, excluded) && suspicion == Suspicion.LacksParent)
                {
                    // Whose parent was taken out is an orphan now.
                }

                if (excluded.Count > before)
                {
                    return;
                }
            }
        }
        finally
        {
            store.Connection.HasTriggers = true;
        }

        throw new SyncException(SyncErrorCode.ForeignKeyViolated,
            "The store holds rows without parents that no row of the batch is to blame for. Check its foreign keys.");
    }

    private static bool Add(IReadOnlyList<RowPosition> found, Suspicion suspicion, Dictionary<RowPosition, WriteOutcome> excluded)
    {
        var reason = suspicion is Suspicion.IsMissed or Suspicion.IsGone
            ? "Other rows still refer to this row."
            : "The row that this row refers to is not here.";
        foreach (var position in found)
        {
            excluded.TryAdd(position, new WriteOutcome(0, SyncErrorCode.ForeignKeyViolated, reason));
        }

        return found.Count > 0;
    }
}
