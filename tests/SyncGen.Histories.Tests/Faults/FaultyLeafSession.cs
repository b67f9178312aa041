using SyncGen.Histories.Tests.Stores;
using SyncGen.Histories.Tests.Truth;
using SyncGen.Providers;

namespace SyncGen.Histories.Tests.Faults;

/// <summary>A leaf's session that goes as a plan says.</summary>
internal sealed class FaultyLeafSession(LeafSession inner, LeafStore store, SessionPlan plan) : LeafSession
{
    private readonly FaultyCalls _calls = new(store, plan);

    private Ledger Ledger => store.Ledger;

    public override ValueTask<LeafState> IdentifyAsync(CancellationToken cancellationToken) =>
        _calls.RunAsync("Identify", inner.IdentifyAsync, cancellationToken);

    public override ValueTask<LeafState> MeetAsync(HubState hub, CancellationToken cancellationToken) =>
        _calls.RunAsync("Meet", token => inner.MeetAsync(hub, token), cancellationToken);

    public override ValueTask<EditStream> OpenEditsAsync(CancellationToken cancellationToken) =>
        _calls.RunAsync("OpenEdits", async token => (EditStream)new FaultyEditStream(await inner.OpenEditsAsync(token), store, _calls), cancellationToken);

    public override ValueTask<BatchResult> ConfirmAsync(EditBatch batch, UploadAnswer answer, CancellationToken cancellationToken) =>
        _calls.RunAsync("Confirm", async token =>
        {
            var result = await _calls.ReplayAsync("Confirm", again => inner.ConfirmAsync(batch, answer, again), token);
            foreach (var (key, content) in BatchContent.Taken(answer).Where(row => !store.IsEdited(row.Key)))
            {
                store.Took(key, content, Ledger.Answers[answer][key]);
            }

            return result;
        }, cancellationToken);

    public override ValueTask<DownloadRequest> BeginDownloadAsync(CancellationToken cancellationToken) =>
        _calls.RunAsync("BeginDownload", inner.BeginDownloadAsync, cancellationToken);

    public override ValueTask<BatchResult> ApplyAsync(ChangeHeader header, ChangeBatch batch, CancellationToken cancellationToken) =>
        _calls.RunAsync("Apply", async token =>
        {
            var snapshot = Ledger.Snapshots[header];
            var rows = BatchContent.Rows(batch).Where(row => !store.IsEdited(row.Key)).ToList();
            var result = await _calls.ReplayAsync("Apply", again => inner.ApplyAsync(header, batch, again), token);
            foreach (var (key, content, stamp) in rows)
            {
                store.Took(key, content, stamp.Version.IsNone ? snapshot.GetValueOrDefault(key, RowView.Unknown).Lineage : Ledger.Of(key, stamp));
            }

            foreach (var (key, view) in snapshot.Where(row => batch.IsLast && row.Value.Value is null))
            {
                store.SawNothing(key, view.Lineage);
            }

            return result;
        }, cancellationToken);

    public override ValueTask<BatchResult> RetryQuarantineAsync(CancellationToken cancellationToken) =>
        _calls.RunAsync("RetryQuarantine", async token =>
        {
            var result = await inner.RetryQuarantineAsync(token);
            store.Retried();
            return result;
        }, cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
