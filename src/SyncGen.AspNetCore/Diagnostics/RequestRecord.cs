using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using SyncGen.AspNetCore.Compact;
using SyncGen.AspNetCore.Hosting;
using SyncGen.AspNetCore.Requests;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>
/// What becomes of a request, for those who watch. Handlers say it as often as they try; what was said last counts when the request
/// ends, which is when this is disposed of.
/// </summary>
internal sealed class RequestRecord : IDisposable
{
    private const string Download = "DownloadChanges";
    private const string Upload = "UploadChanges";
    private const string Exchange = "ExchangeChanges";
    private const string Metadata = "$metadata";

    private readonly HttpContext _context;
    private readonly ScopeService _service;
    private readonly Activity? _activity = ServiceTelemetry.Begin();
    private readonly DateTimeOffset _time;
    private readonly long _started;

    /// <summary>Begins the record of a request.</summary>
    public RequestRecord(HttpContext context, ScopeService service)
    {
        (_context, _service) = (context, service);
        (_time, _started) = (service.Environment.Time.GetUtcNow(), service.Environment.Time.GetTimestamp());
        Operation = OperationOf(Convert.ToString(context.GetRouteValue(ScopeEndpoint.Operation), CultureInfo.InvariantCulture)?.TrimEnd('/') ?? "");
        Format = CompactExchange.Takes(context.Request) ? "compact" : Negotiation.TryFormat(context.Request, service.Options)?.ToString().ToLowerInvariant();
        context.Features.Set(this);
    }

    /// <summary>What was asked for.</summary>
    public string Operation { get; }

    /// <summary>The format of the answer; null where there is none as was asked for.</summary>
    public string? Format { get; }

    /// <summary>The fingerprint of the client's model, where that is an earlier one.</summary>
    public string? FormerModel { get; set; }

    /// <summary>Whether the rows are those that came up.</summary>
    public bool IsUpload { get; private set; }

    public int Rows { get; private set; }

    public int Conflicts { get; private set; }

    public int Quarantined { get; private set; }

    /// <summary>The size of the request's body, as it was on the way.</summary>
    public long BytesReceived { get; set; }

    /// <summary>The size of the answer's body, as it was on the way.</summary>
    public long BytesSent { get; set; }

    /// <summary>What went wrong; null if nothing did.</summary>
    public SyncErrorCode? Error { get; set; }

    /// <summary>The record of a request for a scope.</summary>
    public static RequestRecord Of(HttpContext context) => context.Features.GetRequiredFeature<RequestRecord>();

    /// <summary>Rows go down.</summary>
    public void Sent(int rows) => Rows = rows;

    /// <summary>Rows came up.</summary>
    public void Took(int rows, BatchResult result) =>
        (IsUpload, Rows, Conflicts, Quarantined) = (true, rows, result.Tables.Sum(table => table.Conflicts), result.Tables.Sum(table => table.Quarantined));

    public void Dispose()
    {
        var duration = _service.Environment.Time.GetElapsedTime(_started);
        var isGone = Error is null && _context.RequestAborted.IsCancellationRequested;
        var status = isGone ? 0 : _context.Response.StatusCode;
        var outcome = isGone ? "cancelled"
            : status >= StatusCodes.Status500InternalServerError || Error is not null && status < StatusCodes.Status400BadRequest ? "failed"
            : status >= StatusCodes.Status400BadRequest ? "refused"
            : "completed";
        ServiceTelemetry.Count(_service.Scope.Name, this, outcome, duration);
        _service.Recent.Add(new ServedRequest(_time, Operation, FormerModel is null ? Format : $"{Format}, earlier model", Rows, Conflicts, Quarantined, duration, status));
        Tag(status, outcome);
        _activity?.Dispose();
    }

    private void Tag(int status, string outcome)
    {
        _activity?.SetTag("syncgen.scope", _service.Scope.Name)
            .SetTag("syncgen.operation", Operation)
            .SetTag("syncgen.format", Format)
            .SetTag("syncgen.former_model", FormerModel)
            .SetTag("syncgen.rows", Rows)
            .SetTag("syncgen.conflicts", Conflicts)
            .SetTag("syncgen.quarantined", Quarantined)
            .SetTag("syncgen.outcome", outcome)
            .SetTag("http.response.status_code", status == 0 ? null : status)
            .SetTag("error.type", Error?.ToString())
            .SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
    }

    // Not as it was asked for: an address can be any text.
    private static string OperationOf(string path) =>
        path.Equals(Download, StringComparison.OrdinalIgnoreCase) ? Download
        : path.Equals(Upload, StringComparison.OrdinalIgnoreCase) ? Upload
        : path.Equals(Exchange, StringComparison.OrdinalIgnoreCase) ? Exchange
        : path.Equals(Metadata, StringComparison.OrdinalIgnoreCase) ? Metadata
        : "other";
}
