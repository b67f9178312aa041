using SyncGen.Histories.Tests.Stores;
using SyncGen.Histories.Tests.Truth;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Histories.Tests.Faults;

/// <summary>A peer's session that goes as a plan says.</summary>
internal sealed class FaultyPeerSession(PeerSession inner, PeerStore store, SessionPlan plan) : PeerSession
{
    private readonly FaultyCalls _calls = new(store, plan);

    private Ledger Ledger => store.Ledger;

    public override ValueTask<PeerState> IdentifyAsync(CancellationToken cancellationToken) =>
        _calls.RunAsync("Identify", inner.IdentifyAsync, cancellationToken);

    public override ValueTask<bool> HearAsync(PeerState partner, CancellationToken cancellationToken) =>
        _calls.RunAsync("Hear", token => inner.HearAsync(partner, token), cancellationToken);

    public override ValueTask<bool> ResetIdentityAsync(long partnerKnows, CancellationToken cancellationToken) =>
        throw Ledger.Fail($"{store.Setup.Name} is to reset its identity, but it never lost anything; its partner knows {partnerKnows}");

    public override ValueTask RestartAsync(PeerState partner, CancellationToken cancellationToken) => inner.RestartAsync(partner, cancellationToken);

    public override ValueTask<bool> RecognizesAsync(byte[]? marker, CancellationToken cancellationToken) =>
        _calls.RunAsync("Recognizes", token => inner.RecognizesAsync(marker, token), cancellationToken);

    public override ValueTask<PullRequest> BeginPullAsync(PeerState source, CancellationToken cancellationToken) =>
        _calls.RunAsync("BeginPull", token => inner.BeginPullAsync(source, token), cancellationToken);

    public override ValueTask<ChangeStream> OpenChangesAsync(PullRequest request, CancellationToken cancellationToken) =>
        _calls.RunAsync("OpenChanges", async token => (ChangeStream)new FaultyChangeStream(
            await inner.OpenChangesAsync(request, token), _calls, _ => { }), cancellationToken);

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken)
    {
        var rows = BatchContent.Rows(batch).ToList();
        return _calls.RunAsync("Apply", async token =>
        {
            var before = rows.ConvertAll(row => store.Look(row.Key));
            var result = await _calls.ReplayAsync("Apply", again => inner.ApplyAsync(header, batch, again), token);
            foreach (var (row, local) in rows.Zip(before))
            {
                ExcuseEqual(local, row.Content, Ledger.Of(row.Key, row.Stamp));
            }

            return result;
        }, Settle, cancellationToken);
    }

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken)
    {
        var waiting = store.Waiting().ConvertAll(row => (Row: row, Edit: new EditInHand(row.Key, row.Value, Ledger.Of(row.Key, new Stamp(row.Time, row.Version)))));
        var edits = waiting.Where(one => one.Row.IsEdit).Select(one => one.Edit).ToList();
        return _calls.RunAsync("RetryQuarantine", async token =>
        {
            var before = waiting.ConvertAll(one => store.Look(one.Row.Key));
            Ledger.InHand = (store.Replica, edits);
            var result = await inner.RetryQuarantineAsync(token);
            Ledger.Settle(store.NewConflicts());
            foreach (var (one, local) in waiting.Zip(before))
            {
                var others = waiting.Where(other => other != one && other.Row.Key == one.Row.Key && other.Row.Value == one.Row.Value).ToList();
                if (local.Value == one.Row.Value && local.Lineage != Lineage.Empty || others.Count > 0)
                {
                    Ledger.Excuse(local.Value == one.Row.Value ? local.Lineage.Union(one.Edit.Lineage) : one.Edit.Lineage);
                }
            }

            edits.ForEach(RegisterRetried);
            return result;
        }, Settle, cancellationToken);
    }

    public override ValueTask<HubState> WelcomeAsync(LeafState leaf, CancellationToken cancellationToken) =>
        _calls.RunAsync("Welcome", token => inner.WelcomeAsync(leaf, token), cancellationToken);

    public override ValueTask<UploadAnswer> AcceptAsync(LeafState leaf, EditBatch batch, CancellationToken cancellationToken)
    {
        var rows = BatchContent.Rows(batch).ToList();
        return _calls.RunAsync("Accept", async token =>
        {
            var edits = Ledger.Uploads[batch];
            var before = rows.ConvertAll(row => store.Look(row.Key));
            var tick = store.Tick;
            rows.ForEach(row => Ledger.Register(row.Key, new SyncVersion(leaf.Leaf, row.Tick), LineageOf(edits, row.Key)));
            Ledger.InHand = (store.Replica, edits);
            var answer = await _calls.ReplayAsync("Accept", again => inner.AcceptAsync(leaf, batch, again), token);
            foreach (var (row, local) in rows.Zip(before))
            {
                RegisterTaken(row.Key, leaf.Leaf, tick, LineageOf(edits, row.Key));
                ExcuseEqual(local, row.Content, LineageOf(edits, row.Key));
            }

            Settle();
            Ledger.Answers[answer] = rows.ToDictionary(row => row.Key, row => store.Look(row.Key).Lineage);
            return answer;
        }, Settle, cancellationToken);
    }

    public override ValueTask<ChangeStream> OpenDownloadAsync(DownloadRequest request, CancellationToken cancellationToken) =>
        _calls.RunAsync("OpenDownload", async token =>
        {
            var stream = new FaultyChangeStream(await inner.OpenDownloadAsync(request, token), _calls,
                header => Ledger.Snapshots[header] = store.Rows().ToDictionary(key => key, store.Look));
            _ = stream.Header;
            return (ChangeStream)stream;
        }, cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Settle()
    {
        Ledger.Settle(store.NewConflicts());
        Ledger.InHand = null;
    }

    // What was written twice in the same way is not lost when one of the two goes.
    private void ExcuseEqual(RowView local, string? content, Lineage incoming)
    {
        if (local.Content == content && local.Lineage != Lineage.Empty)
        {
            Ledger.Excuse(local.Lineage.Union(incoming));
        }
    }

    private void RegisterTaken(RowKey key, ReplicaId leaf, long before, Lineage lineage)
    {
        if (store.Tracked(key) is { Author: { } author } tracked && tracked.Tick > before && store.ReplicaOf((int)author) == leaf)
        {
            Ledger.Register(key, tracked.Stamp.Version, lineage);
        }
    }

    // A write of the hub's application may have been made at the very time of the edit: it has no author.
    private void RegisterRetried(EditInHand edit)
    {
        if (store.Tracked(edit.Key) is { Author: not null } tracked && !Ledger.Knows(edit.Key, tracked.Stamp.Version)
            && store.Read(edit.Key).Value == edit.Value)
        {
            Ledger.Register(edit.Key, tracked.Stamp.Version, edit.Lineage);
        }
    }

    private static Lineage LineageOf(IReadOnlyList<EditInHand> edits, RowKey key) => edits.First(edit => edit.Key == key).Lineage;
}
