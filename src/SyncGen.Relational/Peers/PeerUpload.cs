using SyncGen.Providers;
using SyncGen.Relational.Sessions;

namespace SyncGen.Relational.Peers;

/// <summary>A peer as the hub of leaves: takes their edits.</summary>
internal sealed class PeerUpload(RelationalStore store, IReadOnlyList<PeerTable> tables, PeerFolder folder)
{
    public async ValueTask<HubState> WelcomeAsync(LeafState leaf, CancellationToken cancellationToken)
    {
        await folder.FoldAsync(cancellationToken);
        var known = await store.Replicas.ReadAsync(leaf.Leaf, cancellationToken) ?? new();
        var state = new HubState(
            await store.IdentityAsync(cancellationToken), store.State.Tick, known.Taken, store.Scope.Fingerprint, TakenMarker: known.Marker);
        if (leaf.Hub.IsNone || leaf.Hub == state.Hub || await store.Replicas.ReadAsync(leaf.Hub, cancellationToken) is not { } former)
        {
            return state;
        }

        return former.FormerTick is null ? state : state with { FormerHub = leaf.Hub, MayHaveLost = !former.IsExpelled };
    }

    public async ValueTask<UploadAnswer> AcceptAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken)
    {
        foreach (var edits in batch.Tables)
        {
            tables.Of(edits.Table).Arrange(edits);
        }

        List<TableAnswers> answers = [];
        byte[]? marker = null;
        var attempt = await new BatchRunner(store).RunAsync(
            () => LockAsync(batch, cancellationToken),
            async attempt =>
            {
                answers = await AcceptAsync(leaf, batch, attempt, cancellationToken);
                await store.Markers.AddAsync(store.State.Tick, cancellationToken);
                marker = await store.Markers.FindAsync(store.State.Tick, cancellationToken);
            },
            (attempt, suspicion) => FindOrphansAsync(batch, attempt, suspicion, cancellationToken),
            cancellationToken);
        return new UploadAnswer(answers, attempt.Result, marker);
    }

    /// <summary>Gives edits the columns that they lack, for who looks at them before they are taken.</summary>
    public async ValueTask CompleteAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken)
    {
        await store.BeginAsync(TransactionKind.Read, cancellationToken);
        try
        {
            foreach (var edits in batch.Tables)
            {
                await tables.Of(edits.Table).CompleteAsync(edits, leaf.Filter, cancellationToken);
            }
        }
        finally
        {
            await store.RollbackAsync();
        }
    }

    private async ValueTask LockAsync(EditBatch batch, CancellationToken cancellationToken)
    {
        foreach (var edits in batch.Tables)
        {
            await tables.Of(edits.Table).LockAsync(edits, cancellationToken);
        }
    }

    private async ValueTask<List<TableAnswers>> AcceptAsync(
        LeafState leaf, EditBatch batch, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        await folder.FoldWithinAsync(cancellationToken);
        attempt.Own = await store.KnowledgeAsync(cancellationToken);
        attempt.HasQuarantine = !await store.Quarantine.IsEmptyAsync(cancellationToken);
        attempt.IsPartial = !batch.IsLast || attempt.HasQuarantine;
        var number = await store.Replicas.NumberOfAsync(leaf.Leaf, cancellationToken);
        var known = await store.Replicas.ReadAsync(number, cancellationToken);
        var upload = new UploadContext(leaf.Leaf, number, known.Taken, leaf.Filter, batch.IsFinal);
        RequireFollows(batch, known.Taken);
        var before = store.State.Tick;
        tables.BeginAttempt();

        // Parents before children, and for deletes the other way round.
        foreach (var edits in batch.Tables)
        {
            await tables.Of(edits.Table).AcceptAsync(edits, deletes: false, upload, attempt, cancellationToken);
        }

        foreach (var edits in batch.Tables.Reverse())
        {
            await tables.Of(edits.Table).AcceptAsync(edits, deletes: true, upload, attempt, cancellationToken);
        }

        var answers = new List<TableAnswers>();
        foreach (var edits in batch.Tables)
        {
            answers.Add(await tables.Of(edits.Table).AnswerAsync(upload, attempt, cancellationToken));
        }

        await CheckAsync(batch, upload, before, attempt, cancellationToken);
        if (batch.LastTick > known.Taken)
        {
            var now = store.Settings.Environment.NowMicroseconds;
            await store.Replicas.SetTakenAsync(number, batch.LastTick, batch.IsLast, now, leaf.Marker, cancellationToken);
        }

        return answers;
    }

    // Ticks that somebody else gave the leaf's edits, from what the hub said before, may by now be those of other edits.
    private static void RequireFollows(EditBatch batch, long taken)
    {
        if (batch.Follows is { } follows && follows != taken)
        {
            throw new SyncException(SyncErrorCode.StoreContended,
                $"The hub has taken edits of the leaf up to {taken} meanwhile, and these follow {follows}: two uploads of one client met. Ask the hub again, and send them again.", isTransient: true);
        }
    }

    /// <summary>Gives up the edits that made rows outside the leaf's part: the batch is taken again without them.</summary>
    private async ValueTask CheckAsync(
        EditBatch batch, UploadContext upload, long before, BatchAttempt attempt, CancellationToken cancellationToken)
    {
        if (upload.Filter is null)
        {
            return;
        }

        await store.Parts.FoldAsync(cancellationToken);
        foreach (var edits in batch.Tables)
        {
            foreach (var position in await tables.Of(edits.Table).FindOutsideAsync(edits, upload.Filter, before, cancellationToken))
            {
                attempt.GivenUp.TryAdd(position, PartRefusal.Outcome);
            }
        }
    }

    private async ValueTask<IReadOnlyList<RowPosition>> FindOrphansAsync(
        EditBatch batch, BatchAttempt attempt, Suspicion suspicion, CancellationToken cancellationToken)
    {
        var found = new List<RowPosition>();
        foreach (var edits in batch.Tables)
        {
            found.AddRange(await tables.Of(edits.Table).FindOrphansAsync(edits, attempt, suspicion, cancellationToken));
        }

        return found;
    }
}
