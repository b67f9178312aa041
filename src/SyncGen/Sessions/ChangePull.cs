using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>
/// Takes a source's rows to a destination, batch by batch, until the watermark. While a batch is applied the next one is read, where
/// the options allow it.
/// </summary>
/// <param name="context">The meeting.</param>
/// <param name="transfer">Where to add up what travels.</param>
/// <param name="source">The source's name.</param>
/// <param name="destination">The destination's name.</param>
/// <param name="open">Opens the rows that the destination lacks, from where it stands.</param>
/// <param name="apply">Applies a batch.</param>
internal sealed class ChangePull(
    MeetingContext context,
    TransferTally transfer,
    string source,
    string destination,
    Func<CancellationToken, ValueTask<ChangeStream>> open,
    Func<ChangeHeader, ChangeBatch, CancellationToken, ValueTask<BatchResult>> apply)
{
    private readonly StaleReads _stale = new(context, destination);
    private ChangeStream? _stream;
    private Task<ChangeBatch?>? _ahead;

    /// <returns>The source's tick up to which the destination has read.</returns>
    public async ValueTask<long> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var batch = await context.Retry.RunAsync(ReadAsync, cancellationToken).ConfigureAwait(false);
                var header = _stream!.Header;
                ReadAhead(batch, cancellationToken);
                var result = await context.Retry.RunAsync(token => apply(header, batch, token), cancellationToken).ConfigureAwait(false);
                if (await _stale.IsStaleAsync(result, cancellationToken).ConfigureAwait(false))
                {
                    await CloseAsync().ConfigureAwait(false);
                    continue;
                }

                transfer.AddBatch(batch.Count, batch.Bytes);
                transfer.Add(result);
                context.Tally.Note(batch.Unreadable);
                context.Tally.Note(result.Notes);
                context.Progress.Advance(batch.Count, batch.Bytes, batch.Tables.LastOrDefault()?.Table.Name, batch.IsLast);
                if (batch.IsLast)
                {
                    return header.Watermark;
                }
            }
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }

    // A stream that failed is not read on: the destination knows how far it came, and the source opens the rest.
    private async ValueTask<ChangeBatch> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_stream is null)
            {
                _stream = await open(cancellationToken).ConfigureAwait(false);
                Expect(_stream.Header);
            }

            return await NextAsync(_stream, cancellationToken).ConfigureAwait(false) ?? throw new SyncException(
                SyncErrorCode.MalformedData, $"{source} ended its rows before the last batch. Bring it to the same version of SyncGen as {destination}.");
        }
        catch (SyncException)
        {
            await CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    // What goes wrong in it comes up when the batch is asked for: then the one before it is applied, and a stream can be opened from there.
    private void ReadAhead(ChangeBatch batch, CancellationToken cancellationToken)
    {
        if (!batch.IsLast && context.Options.ReadsAhead && _stream is { } stream)
        {
            // Stores that work without waiting would otherwise read before the batch is applied, and not meanwhile.
            _ahead = Task.Run(() => stream.ReadAsync(cancellationToken).AsTask(), cancellationToken);
        }
    }

    private ValueTask<ChangeBatch?> NextAsync(ChangeStream stream, CancellationToken cancellationToken)
    {
        if (_ahead is not { } ahead)
        {
            return stream.ReadAsync(cancellationToken);
        }

        _ahead = null;
        return new ValueTask<ChangeBatch?>(ahead);
    }

    private void Expect(ChangeHeader header)
    {
        context.Progress.Expect(header.ExpectedRows);
        if (header.Reconcile)
        {
            context.Tally.Reconciling(destination, source);
        }
    }

    private async ValueTask CloseAsync()
    {
        var (stream, ahead) = (_stream, _ahead);
        (_stream, _ahead) = (null, null);
        if (ahead is not null)
        {
            // A stream that is being read cannot be closed. What comes of it is of no use any more, nor is why nothing does.
            await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (stream is not null)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }
}
