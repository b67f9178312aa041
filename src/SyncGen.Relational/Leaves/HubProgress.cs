using SyncGen.Providers;
using SyncGen.Relational.State;

namespace SyncGen.Relational.Leaves;

/// <summary>
/// How far a leaf has read its hub, and whether what a session has of the hub is older than that. A leaf has no versions by which it
/// could tell older rows from newer ones, and a hub does not send a row again that the leaf has read, skipped for the sake of an edit, or
/// written itself. So where several sessions have a leaf at once, what one of them read is only applied if no other came between.
/// </summary>
internal sealed class HubProgress(RelationalStore store)
{
    private (int Hub, long Taken) _batches;
    private (bool IsLast, byte[]? Cursor)? _applied;
    private (int Hub, long Anchor, byte[]? Cursor) _edits;

    /// <summary>What the store keeps of its hub.</summary>
    public ValueTask<ReplicaRow> ReadAsync(CancellationToken cancellationToken) => store.Replicas.ReadAsync(
        store.State.Hub ?? throw new InvalidOperationException("A leaf meets its hub before rows travel."), cancellationToken);

    /// <summary>Notes where the leaf stands before rows are asked for: each batch of them follows the one before.</summary>
    public async ValueTask<ReplicaRow> BeginAsync(CancellationToken cancellationToken)
    {
        var hub = await ReadAsync(cancellationToken);
        _batches = (hub.Number, hub.Taken);
        _applied = null;
        return hub;
    }

    /// <summary>Notes where the leaf stands before edits are read, whose answer comes next.</summary>
    public async ValueTask BeginEditsAsync(CancellationToken cancellationToken)
    {
        var hub = await ReadAsync(cancellationToken);
        _edits = (hub.Number, hub.Anchor, hub.Cursor);
    }

    /// <summary>Whether another session has taken rows, or an answer, since the batch was asked for: rows in it may be older than those.</summary>
    public bool IsBatchStale(ReplicaRow hub) => _batches != (hub.Number, hub.Taken);

    /// <summary>
    /// Whether another session has taken rows since the edits were read: it passed over theirs, which the answer may hold as they were
    /// before. Another answer does no harm: who confirms an edit first has the hub's row, or reads what came after it.
    /// </summary>
    public bool IsAnswerStale(ReplicaRow hub) =>
        _edits.Hub != hub.Number || _edits.Anchor != hub.Anchor || !_edits.Cursor.AsSpan().SequenceEqual(hub.Cursor);

    /// <summary>Stores that a batch was applied, within its transaction.</summary>
    public ValueTask SaveAsync(ChangeHeader header, ChangeBatch batch, ReplicaRow hub, CancellationToken cancellationToken) =>
        store.Partners.SetReadAsync(
            batch.IsLast
                ? hub with { Anchor = header.Watermark, Cursor = null, Marker = header.Marker, Taken = hub.Taken + 1, HeardTime = store.Settings.Environment.NowMicroseconds }
                : hub with { Cursor = batch.Cursor, Marker = header.Marker, Taken = hub.Taken + 1 },
            cancellationToken);

    /// <summary>Stores that an answer was taken, within its transaction.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isConfirmed">Whether an edit is one no more: until then batches leave its row alone.</param>
    /// <param name="hub">What the store kept of the hub.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask SaveAsync(UploadAnswer answer, bool isConfirmed, ReplicaRow hub, CancellationToken cancellationToken)
    {
        var isNewer = answer.Marker.AsSpan().SequenceCompareTo(hub.Marker) > 0;
        if (isNewer || isConfirmed)
        {
            await store.Partners.SetReadAsync(
                hub with { Marker = isNewer ? answer.Marker : hub.Marker, Taken = isConfirmed ? hub.Taken + 1 : hub.Taken }, cancellationToken);
        }
    }

    /// <summary>Notes that a batch is committed.</summary>
    public void Applied(ChangeBatch batch)
    {
        _batches.Taken++;
        _applied = (batch.IsLast, batch.Cursor);
    }

    /// <summary>Whether the batch that was committed last comes once more, and nothing came between.</summary>
    public bool IsRepeated(ChangeBatch batch, ReplicaRow hub) =>
        !IsBatchStale(hub) && _applied is { } applied && batch.IsLast == applied.IsLast && batch.Cursor.AsSpan().SequenceEqual(applied.Cursor);
}
