using Microsoft.Extensions.Logging;
using SyncGen.Model;

namespace SyncGen.Sessions;

/// <summary>What the parts of a meeting share.</summary>
internal sealed class MeetingContext(SyncScope scope, string client, string server, SyncOptions options, ILogger logger, SessionTally tally, IProgress<SyncProgress>? progress)
{
    public string Client => client;

    public string Server => server;

    public SyncOptions Options => options;

    public SessionTally Tally => tally;

    public TransferTally Upload { get; } = new();

    public TransferTally Download { get; } = new();

    public TransientRetry Retry { get; } = new(options, logger);

    public ProgressReporter Progress { get; } = new(progress, client, server);

    /// <summary>Runs one way of the session and takes its time.</summary>
    public async ValueTask<TResult> TimeAsync<TResult>(TransferTally transfer, Func<ValueTask<TResult>> run)
    {
        var start = options.Environment.Time.GetTimestamp();
        try
        {
            return await run().ConfigureAwait(false);
        }
        finally
        {
            transfer.Duration += options.Environment.Time.GetElapsedTime(start);
        }
    }

    public SyncMeeting ToMeeting(TimeSpan duration) => new(client, server, Upload.ToTransfer(scope), Download.ToTransfer(scope), duration);

    /// <summary>
    /// Both stores must have the same model: a peer of an earlier one would pass rows on without the columns that it does not know, and
    /// stores would differ for ever. A service lets leaves of earlier models believe that it has theirs.
    /// </summary>
    public void RequireSameModel(string clientFingerprint, string serverFingerprint)
    {
        if (!string.Equals(clientFingerprint, serverFingerprint, StringComparison.Ordinal))
        {
            throw new SyncException(
                SyncErrorCode.ModelMismatch,
                $"{client} has model {clientFingerprint} of the scope {scope.Name}, and {server} has model {serverFingerprint}. "
                + "Bring both to the same version of the program, and migrate the older store.");
        }
    }
}
