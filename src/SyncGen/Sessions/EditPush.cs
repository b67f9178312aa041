using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>Takes a leaf's edits to its hub, batch by batch, and the hub's answers back.</summary>
internal sealed class EditPush(MeetingContext context, LeafSession leaf, PeerSession hub, LeafState state)
{
    private readonly StaleReads _stale = new(context, context.Client);
    private EditStream? _stream;

    public async ValueTask<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await context.Retry.RunAsync(ReadAsync, cancellationToken).ConfigureAwait(false) is { } batch)
            {
                var answer = await context.Retry.RunAsync(token => hub.AcceptAsync(state, batch, token), cancellationToken).ConfigureAwait(false);
                context.Upload.AddBatch(batch.Count, batch.Bytes);
                context.Upload.Add(answer.Result);
                context.Tally.Note(answer.Result.Notes);

                // What the hub decided otherwise comes back to the leaf: it counts as a download.
                var confirmed = await context.Retry.RunAsync(token => leaf.ConfirmAsync(batch, answer, token), cancellationToken).ConfigureAwait(false);
                if (await _stale.IsStaleAsync(confirmed, cancellationToken).ConfigureAwait(false))
                {
                    // The hub has the edits. They go up once more, and it answers what it holds now.
                    await CloseAsync().ConfigureAwait(false);
                    continue;
                }

                context.Download.Add(confirmed);
                context.Tally.Note(confirmed.Notes);
                context.Progress.Advance(batch.Count, batch.Bytes, batch.Tables.LastOrDefault()?.Table.Name, isLast: false);
            }

            context.Tally.Note(_stream!.Unreadable);
            return true;
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }

    // A stream that failed is not read on: what was confirmed is an edit no more, and the rest is opened again.
    private async ValueTask<EditBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_stream is null)
            {
                _stream = await leaf.OpenEditsAsync(cancellationToken).ConfigureAwait(false);
                context.Progress.Expect(_stream.ExpectedRows);
            }

            return await _stream.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SyncException)
        {
            await CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask CloseAsync()
    {
        var stream = _stream;
        _stream = null;
        if (stream is not null)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }
}
