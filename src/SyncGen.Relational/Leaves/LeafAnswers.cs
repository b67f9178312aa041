using SyncGen.Providers;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Leaves;

/// <summary>A leaf as it takes the hub's answers to its edits.</summary>
internal sealed class LeafAnswers(RelationalStore store, IReadOnlyList<LeafTable> tables, LeafFolder folder, HubProgress progress)
{
    public async ValueTask<BatchResult> ConfirmAsync(UploadAnswer answer, CancellationToken cancellationToken)
    {
        var attempt = await new BatchRunner(store).RunAsync(
            () => LockAsync(answer, cancellationToken),
            attempt => ConfirmAsync(answer, attempt, cancellationToken),
            (attempt, suspicion) => FindOrphansAsync(answer, attempt, suspicion, cancellationToken),
            cancellationToken);
        return attempt.Result;
    }

    private async ValueTask LockAsync(UploadAnswer answer, CancellationToken cancellationToken)
    {
        foreach (var answers in answer.Tables)
        {
            await tables.Of(answers.Table).LockAsync(answers, cancellationToken);
        }
    }

    private async ValueTask ConfirmAsync(UploadAnswer answer, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await folder.BeginAttemptAsync(attempt, cancellationToken);
        var hub = await progress.ReadAsync(cancellationToken);
        if (progress.IsAnswerStale(hub))
        {
            attempt.IsStale = true;
            return;
        }

        attempt.IsPartial = true;
        var isConfirmed = false;
        foreach (var answers in answer.Tables)
        {
            isConfirmed |= await tables.Of(answers.Table).ConfirmAsync(answers, gone: false, attempt, cancellationToken);
        }

        foreach (var answers in answer.Tables.Reverse())
        {
            isConfirmed |= await tables.Of(answers.Table).ConfirmAsync(answers, gone: true, attempt, cancellationToken);
        }

        await tables.SettleRefusedAsync(attempt, cancellationToken);
        await progress.SaveAsync(answer, isConfirmed, hub, cancellationToken);
    }

    private async ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        UploadAnswer answer, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken)
    {
        var found = new List<RowPosition>();
        foreach (var answers in answer.Tables)
        {
            found.AddRange(await tables.Of(answers.Table).FindOrphansAsync(answers, attempt, suspicion, cancellationToken));
        }

        return found;
    }
}
