using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>What an operator can watch of a service: under the name of <see cref="SyncTelemetry"/>, as all else. No tag holds a row's value, a key, a blob or a user.</summary>
internal static class ServiceTelemetry
{
    private static readonly ActivitySource s_activities = new(SyncTelemetry.Name);
    private static readonly Meter s_meter = new(SyncTelemetry.Name);
    private static readonly Counter<long> s_requests = s_meter.CreateCounter<long>("syncgen.service.requests", "{request}", "Requests that were answered, by outcome.");
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>("syncgen.service.request.duration", "s", "How long requests took.");
    private static readonly Counter<long> s_rows = s_meter.CreateCounter<long>("syncgen.service.rows", "{row}", "Rows that clients sent and received.");
    private static readonly Counter<long> s_bytes = s_meter.CreateCounter<long>("syncgen.service.bytes", "By", "Size of the bodies, as they were on the way.");
    private static readonly Counter<long> s_conflicts = s_meter.CreateCounter<long>("syncgen.service.conflicts", "{conflict}", "Conflicts that uploads brought and the service settled.");
    private static readonly Counter<long> s_quarantined = s_meter.CreateCounter<long>("syncgen.service.quarantined", "{row}", "Rows that uploads brought and the service put into quarantine.");

    /// <summary>Begins a request's activity; null where nobody listens.</summary>
    public static Activity? Begin() => s_activities.StartActivity("serve");

    /// <summary>Measures a request that has ended.</summary>
    public static void Count(string scope, RequestRecord request, string outcome, TimeSpan duration)
    {
        var tags = new TagList { { "syncgen.scope", scope }, { "syncgen.operation", request.Operation }, { "syncgen.outcome", outcome } };
        if (request.Format is { } format)
        {
            tags.Add("syncgen.format", format);
        }

        if (request.Error is { } error)
        {
            tags.Add("error.type", error.ToString());
        }

        s_requests.Add(1, tags);
        s_duration.Record(duration.TotalSeconds, tags);
        Add(s_rows, request.Rows, scope, request.IsUpload ? "upload" : "download");
        Add(s_bytes, request.BytesReceived, scope, "upload");
        Add(s_bytes, request.BytesSent, scope, "download");
        Add(s_conflicts, request.Conflicts, scope, "upload");
        Add(s_quarantined, request.Quarantined, scope, "upload");
    }

    private static void Add(Counter<long> counter, long count, string scope, string direction)
    {
        if (count > 0)
        {
            counter.Add(count, new TagList { { "syncgen.scope", scope }, { "syncgen.direction", direction } });
        }
    }
}
