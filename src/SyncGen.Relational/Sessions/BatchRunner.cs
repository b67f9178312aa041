using Polly;
using Polly.Retry;

namespace SyncGen.Relational.Sessions;

/// <summary>
/// Applies a batch in one transaction. Foreign keys are checked when all its rows are in, so that any order and any cycle
/// is legal. Where parents are missing then, the transaction is rolled back and the batch applied again without the rows
/// that lack one: they go to quarantine. Where another program wrote one of the rows meanwhile, or stood in the way, all is taken
/// back and decided again.
/// </summary>
internal sealed class BatchRunner(RelationalStore store)
{
    /// <summary>How often a batch is applied again on account of other programs, before the session gives up.</summary>
    private const int RepetitionsMax = 20;

    /// <summary>How long a batch waits before the first repetition, in milliseconds; each further time longer by as much.</summary>
    private const int PauseMilliseconds = 5;

    private static readonly ResiliencePipeline s_repetition = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SyncException>(conflict => conflict.Code == SyncErrorCode.StoreContended),
            MaxRetryAttempts = RepetitionsMax,
            BackoffType = DelayBackoffType.Linear,
            Delay = TimeSpan.FromMilliseconds(PauseMilliseconds),
            UseJitter = true,
        })
        .Build();

    /// <summary>Applies a batch.</summary>
    /// <param name="lockRows">Locks the batch's rows that are there, where other programs may write meanwhile; null: they are not known.</param>
    /// <param name="apply">Applies all rows that the attempt does not exclude, within the open transaction.</param>
    /// <param name="findOrphans">Of the rows that the attempt did not leave out, those that may be to blame for one without a parent.</param>
    /// <param name="cancellationToken">Cancels; nothing of the batch is applied then.</param>
    public async ValueTask<BatchAttempt> RunAsync(
        Func<ValueTask>? lockRows,
        Func<BatchAttempt, ValueTask> apply,
        Func<BatchAttempt, Suspicion, ValueTask<IReadOnlyList<RowPosition>>> findOrphans,
        CancellationToken cancellationToken)
    {
        var excluded = new Dictionary<RowPosition, WriteOutcome>();
        return await s_repetition.ExecuteAsync(async token =>
        {
            BatchAttempt? applied;
            do
            {
                applied = await TryAsync(new BatchAttempt(excluded), excluded, lockRows, apply, findOrphans, token);
            }
            while (applied is null);
            return applied;
        }, cancellationToken);
    }

    /// <summary>Applies a batch once; answers null, and all is taken back, where it must be applied again without more of its rows.</summary>
    private async ValueTask<BatchAttempt?> TryAsync(
        BatchAttempt attempt,
        Dictionary<RowPosition, WriteOutcome> excluded,
        Func<ValueTask>? lockRows,
        Func<BatchAttempt, ValueTask> apply,
        Func<BatchAttempt, Suspicion, ValueTask<IReadOnlyList<RowPosition>>> findOrphans,
        CancellationToken cancellationToken)
    {
        try
        {
            await store.BeginApplyAsync(lockRows, cancellationToken);
            await apply(attempt);
            if (attempt.IsStale)
            {
                await store.RollbackAsync();
                return attempt;
            }

            if (attempt.GivenUp.Count > 0)
            {
                Exclude(attempt.GivenUp, excluded);
            }
            else if (attempt.IsMistaken)
            {
                // No row is to blame: what was assumed of all of them is not assumed again.
            }
            else if (await store.Connection.HasOrphansAsync(cancellationToken))
            {
                await ExcludeAsync(attempt, excluded, findOrphans, cancellationToken);
            }
            else if (await store.Written.IsOvertakenAsync(cancellationToken))
            {
                throw new SyncException(SyncErrorCode.StoreContended,
                    $"Other programs wrote the rows of a batch each of {RepetitionsMax + 1} times that it was applied. Nothing of the batch was applied: synchronise again when there is less to do.",
                    isTransient: true);
            }
            else
            {
                await store.CommitAsync(cancellationToken);
                return attempt;
            }
        }
        catch (SyncException refusal) when (IsRolledBack(refusal, attempt, excluded))
        {
            // The database, or a trigger of the application, rolled everything back on account of one row.
            excluded.Add(attempt.At!.Value, new WriteOutcome(0, refusal.Code, refusal.Message));
        }
        catch
        {
            await store.RollbackAsync();
            throw;
        }

        await store.RollbackAsync();
        return null;
    }

    private bool IsRolledBack(SyncException refusal, BatchAttempt attempt, Dictionary<RowPosition, WriteOutcome> excluded) =>
        refusal.Code is SyncErrorCode.ConstraintViolated or SyncErrorCode.ForeignKeyViolated or SyncErrorCode.UnstorableValue && !store.Connection.InTransaction && !store.Settings.IsPreview
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
        Func<BatchAttempt, Suspicion, ValueTask<IReadOnlyList<RowPosition>>> findOrphans,
        CancellationToken cancellationToken)
    {
        var before = excluded.Count;
        // Orphans are taken out as they are found, which may not set off anything.
        await store.Connection.WithoutTriggersAsync(async () =>
        {
            foreach (var suspicion in Enum.GetValues<Suspicion>().TakeWhile(_ => excluded.Count == before))
            {
                while (Add(await findOrphans(attempt, suspicion), suspicion, excluded) && suspicion == Suspicion.LacksParent)
                {
                    // Whose parent was taken out is an orphan now.
                }
            }
        }, cancellationToken);
        if (excluded.Count == before)
        {
            throw new SyncException(SyncErrorCode.ForeignKeyViolated,
                "The store holds rows without parents that no row of the batch is to blame for. Check its foreign keys.");
        }
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
