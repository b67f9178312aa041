using Microsoft.Extensions.Logging;
using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>One call of the orchestrator: clients meet a server until all agree.</summary>
internal sealed class Session
{
    // Between peers a conflict's outcome may be a new write, which has to go round once more. More rounds than that
    // only follow programs that write at the same time, and those never end.
    private const int RoundsMax = 4;

    private readonly SyncProvider _server;
    private readonly IReadOnlyList<SyncProvider> _clients;
    private readonly SyncOptions _options;
    private readonly IProgress<SyncProgress>? _progress;
    private readonly ILogger _logger;
    private readonly SessionTally _tally;
    private readonly Dictionary<SyncProvider, long> _watermarks = [];

    public Session(SyncProvider server, IReadOnlyList<SyncProvider> clients, SyncOptions options, IProgress<SyncProgress>? progress)
    {
        _server = server;
        _clients = clients;
        _options = options;
        _progress = progress;
        _logger = options.LoggerFactory.CreateLogger(SyncTelemetry.Name);
        _tally = new(server.Scope, _logger);
    }

    public async Task<SyncResult> RunAsync(CancellationToken cancellationToken)
    {
        var time = _options.Environment.Time;
        var start = time.GetTimestamp();
        SessionLog.Started(_logger, _server.Scope.Name, _server.DisplayName, _clients.Count, _options.Order, _options.IsPreview);
        using var telemetry = new SessionTelemetry(_server.Scope.Name, _server.DisplayName, _clients.Count, _options);
        try
        {
            await MeetAllAsync(cancellationToken).ConfigureAwait(false);
            var result = _tally.ToResult(_options.IsPreview, time.GetElapsedTime(start));
            telemetry.Complete(result);
            Complete(result);
            return result;
        }
        catch (SyncException error)
        {
            telemetry.Fail(error.Code, time.GetElapsedTime(start));
            SessionLog.Failed(_logger, _server.Scope.Name, _server.DisplayName, error.Code, error);
            throw;
        }
        catch (OperationCanceledException)
        {
            telemetry.Cancel(time.GetElapsedTime(start));
            SessionLog.Cancelled(_logger, _server.Scope.Name, _server.DisplayName);
            throw;
        }
    }

    private void Complete(SyncResult result)
    {
        var (up, down) = (result.Upload, result.Download);
        SessionLog.Completed(
            _logger,
            _server.Scope.Name,
            result.Duration.TotalMilliseconds,
            up.Rows,
            down.Rows,
            up.Total.Conflicts + down.Total.Conflicts,
            up.Total.Quarantined + down.Total.Quarantined);
        new ProgressReporter(_progress, _clients[^1].DisplayName, _server.DisplayName).Complete(result);
    }

    private async Task MeetAllAsync(CancellationToken cancellationToken)
    {
        var sessions = new StoreSessions(_options, _logger);
        await using var disposal = sessions.ConfigureAwait(false);
        if (_options.IsPreview)
        {
            // What one meeting would change, the next one must see: nothing is taken back before the end.
            var stores = _clients.Select(client => (client, SyncSide.Client)).Append((_server, SyncSide.Server));
            await sessions.OpenAsync(stores, cancellationToken).ConfigureAwait(false);
        }

        var serverTick = 0L;
        IReadOnlyList<SyncProvider> next = _clients;
        for (var round = 1; round <= RoundsMax && next.Count > 0; round++)
        {
            foreach (var client in next)
            {
                var end = await MeetAsync(client, sessions, cancellationToken).ConfigureAwait(false);
                serverTick = end.ServerTick;
                _watermarks[client] = end.Watermark;
            }

            next = _clients.Count > 1 && _options.Order.IsTwoWay() ? [.. _clients.Where(client => _watermarks[client] < serverTick)] : [];
        }
    }

    private async ValueTask<MeetingEnd> MeetAsync(SyncProvider client, StoreSessions sessions, CancellationToken cancellationToken)
    {
        var start = _options.Environment.Time.GetTimestamp();
        using var activity = SessionTelemetry.Meet(client.DisplayName, _server.DisplayName);
        var context = new MeetingContext(_server.Scope, client.DisplayName, _server.DisplayName, _options, _logger, _tally, _progress);
        try
        {
            await sessions.OpenAsync([(client, SyncSide.Client), (_server, SyncSide.Server)], cancellationToken).ConfigureAwait(false);
            var server = sessions.Of<PeerSession>(_server);
            Meeting meeting = client.Role == SyncRole.Leaf
                ? new LeafMeeting(context, sessions.Of<LeafSession>(client), server)
                : new PeerMeeting(context, sessions.Of<PeerSession>(client), server);
            var end = await meeting.RunAsync(cancellationToken).ConfigureAwait(false);
            _tally.Add(context.ToMeeting(_options.Environment.Time.GetElapsedTime(start)));
            return end;
        }
        finally
        {
            if (!_options.IsPreview)
            {
                await sessions.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
