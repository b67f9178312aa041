using System.Diagnostics;

namespace SyncGen.Sessions;

/// <summary>The activities and measurements of one session.</summary>
internal sealed class SessionTelemetry : IDisposable
{
    private readonly string _scope;
    private readonly bool _isPreview;
    private readonly Activity? _activity;

    public SessionTelemetry(string scope, string server, int clients, SyncOptions options)
    {
        (_scope, _isPreview) = (scope, options.IsPreview);
        _activity = SyncTelemetry.Activities.StartActivity("synchronize")
            ?.SetTag("syncgen.scope", scope)
            .SetTag("syncgen.server", server)
            .SetTag("syncgen.clients", clients)
            .SetTag("syncgen.order", options.Order.ToString())
            .SetTag("syncgen.preview", options.IsPreview);
    }

    /// <summary>Begins the activity of a meeting of two stores.</summary>
    public static Activity? Meet(string client, string server) => SyncTelemetry.Activities.StartActivity("meet")
        ?.SetTag("syncgen.client", client)
        .SetTag("syncgen.server", server);

    /// <summary>The session ended well. The rows of a preview were never there.</summary>
    public void Complete(SyncResult result)
    {
        End("completed", null, result.Duration);
        if (!_isPreview)
        {
            Count("upload", result.Upload);
            Count("download", result.Download);
        }
    }

    /// <summary>The session was cancelled.</summary>
    public void Cancel(TimeSpan duration) => End("cancelled", null, duration);

    /// <summary>The session failed.</summary>
    public void Fail(SyncErrorCode code, TimeSpan duration)
    {
        _activity?.SetStatus(ActivityStatusCode.Error, code.ToString());
        End("failed", code, duration);
    }

    public void Dispose() => _activity?.Dispose();

    private void End(string outcome, SyncErrorCode? error, TimeSpan duration)
    {
        var tags = new TagList { { "syncgen.scope", _scope }, { "syncgen.preview", _isPreview }, { "syncgen.outcome", outcome } };
        if (error is { } code)
        {
            tags.Add("error.type", code.ToString());
            _activity?.SetTag("error.type", code.ToString());
        }

        _activity?.SetTag("syncgen.outcome", outcome);
        SyncTelemetry.Sessions.Add(1, tags);
        SyncTelemetry.SessionDuration.Record(duration.TotalSeconds, tags);
    }

    private void Count(string direction, SyncTransfer transfer)
    {
        var tags = new TagList { { "syncgen.scope", _scope }, { "syncgen.direction", direction } };
        Add(SyncTelemetry.Bytes, transfer.Bytes, tags);
        Add(SyncTelemetry.Conflicts, transfer.Total.Conflicts, tags);
        Add(SyncTelemetry.Quarantined, transfer.Total.Quarantined, tags);
        Rows("written", transfer.Total.Written);
        Rows("deleted", transfer.Total.Deleted);
        Rows("evicted", transfer.Total.Evicted);
        Rows("skipped", transfer.Total.Skipped);

        void Rows(string kind, long count)
        {
            var ofKind = tags;
            ofKind.Add("syncgen.kind", kind);
            Add(SyncTelemetry.Rows, count, ofKind);
        }
    }

    private static void Add(System.Diagnostics.Metrics.Counter<long> counter, long count, in TagList tags)
    {
        if (count > 0)
        {
            counter.Add(count, tags);
        }
    }
}
