using SyncGen.Histories.Tests.Stores;
using SyncGen.Histories.Tests.Truth;
using SyncGen.Providers;

namespace SyncGen.Histories.Tests.Faults;

/// <summary>Edits on their way that may not all arrive. The ledger hears what the leaf had seen when they were read.</summary>
internal sealed class FaultyEditStream(EditStream inner, LeafStore store, FaultyCalls calls) : EditStream
{
    public override long ExpectedRows => inner.ExpectedRows;

    public override IReadOnlyList<UnreadableRow> Unreadable => inner.Unreadable;

    public override ValueTask<EditBatch?> ReadAsync(CancellationToken cancellationToken) =>
        calls.RunAsync("ReadEdits", async token =>
        {
            calls.Plan.NextBatch();
            var batch = await inner.ReadAsync(token);
            if (batch is not null)
            {
                store.Ledger.Uploads[batch] = [.. BatchContent.Rows(batch).Select(row => new EditInHand(row.Key, row.Value, store.Look(row.Key).Lineage))];
            }

            return batch;
        }, cancellationToken);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
