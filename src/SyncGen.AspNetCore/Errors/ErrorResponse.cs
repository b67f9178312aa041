using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SyncGen.AspNetCore.Compact;
using SyncGen.AspNetCore.Diagnostics;
using SyncGen.AspNetCore.Hosting;
using SyncGen.AspNetCore.Requests;
using SyncGen.OData.Feeds;

namespace SyncGen.AspNetCore.Errors;

/// <summary>Answers a request with what went wrong, in the form of the original service.</summary>
internal static class ErrorResponse
{
    private const string Namespace = "http://schemas.datacontract.org/2004/07/Microsoft.Synchronization.Services";
    private const int RetryAfterSeconds = 2;

    /// <summary>Answers a request in the time that it has, or says why not. Where the client has gone, nobody is left to tell.</summary>
    public static async Task GuardAsync(HttpContext context, ScopeService service, Func<HttpContext, Task> answer)
    {
        var gone = context.RequestAborted;
        using var deadline = new CancellationTokenSource(service.Options.RequestTimeout, service.Environment.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, deadline.Token);
        context.RequestAborted = either.Token;
        try
        {
            await answer(context);
        }
        catch (Exception error) when (!gone.IsCancellationRequested)
        {
            context.RequestAborted = gone;
            var isLate = error is OperationCanceledException && deadline.IsCancellationRequested;
            await WriteAsync(context, service.Options, isLate ? Late(service.Options, error) : error, service.Logger);
        }
        finally
        {
            context.RequestAborted = gone;
        }
    }

    private static ServiceException Late(SyncServiceOptions options, Exception inner) => new(
        StatusCodes.Status503ServiceUnavailable, $"The request was not answered within {options.RequestTimeout.TotalSeconds} seconds. Try again later.", inner: inner);

    private static async Task WriteAsync(HttpContext context, SyncServiceOptions options, Exception exception, ILogger logger)
    {
        var (status, message) = Describe(exception);
        if (context.Features.Get<RequestRecord>() is { } record)
        {
            record.Error = CodeOf(status, exception);
        }

        if (status >= StatusCodes.Status500InternalServerError)
        {
            ServiceLog.Failed(logger, context.Request.Path, status, exception);
        }

        if (context.Response.HasStarted)
        {
            // What was sent cannot be taken back: the client must not take it for the whole.
            context.Abort();
            return;
        }

        var format = Negotiation.TryFormat(context.Request, options) ?? options.DefaultFormat;
        var isOurs = CompactExchange.Takes(context.Request);
        var body = Encoding.UTF8.GetBytes(isOurs ? Problem(status, message, exception) : format == FeedFormat.Json ? Json(message) : Xml(message));
        context.Response.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = isOurs ? "application/problem+json" : format == FeedFormat.Json ? "application/json" : "application/xml";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        if (exception is ServiceException { Allow: { } allow })
        {
            context.Response.Headers.Allow = allow;
        }

        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    // What a store's error says is for who runs the service: it may name files and servers.
    private static (int Status, string Message) Describe(Exception exception) => exception switch
    {
        ServiceException error => (error.Status, error.Message),
        SyncException { Code: SyncErrorCode.MalformedData } error => (StatusCodes.Status400BadRequest, error.Message),
        SyncException { Code: SyncErrorCode.LimitExceeded } error => (StatusCodes.Status413PayloadTooLarge, error.Message),
        SyncException { Code: SyncErrorCode.UnstorableValue } error => (StatusCodes.Status406NotAcceptable, error.Message),
        SyncException { Code: SyncErrorCode.StoreFull } => (StatusCodes.Status507InsufficientStorage, "The service has no room left. Nothing of the request was applied."),
        SyncException { IsTransient: true } => (StatusCodes.Status503ServiceUnavailable, "The service is busy. Try again later."),
        BadHttpRequestException error => (error.StatusCode, error.Message),
        _ => (StatusCodes.Status500InternalServerError, "Internal Server Error"),
    };

    // Problem details, with the code that the client's exception has.
    private static string Problem(int status, string message, Exception exception) =>
        $"{{\"status\":{status},\"detail\":\"{Escape(message)}\",\"code\":{(int)CodeOf(status, exception)}}}";

    private static SyncErrorCode CodeOf(int status, Exception exception) => exception is SyncException error ? error.Code : (exception as ServiceException)?.Code ?? status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => SyncErrorCode.AccessDenied,
        StatusCodes.Status409Conflict => SyncErrorCode.ModelMismatch,
        StatusCodes.Status413PayloadTooLarge => SyncErrorCode.LimitExceeded,
        StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => SyncErrorCode.ServiceUnreachable,
        < StatusCodes.Status500InternalServerError => SyncErrorCode.MalformedData,
        _ => SyncErrorCode.ServiceFailed,
    };

    private static string Json(string message) => $"{{\"ErrorDescription\":\"{Escape(message)}\"}}";

    // Quotes and letters of any alphabet stand as they are: the media type says that this is no page. Halves of characters, which a key may hold, are replaced.
    private static JsonEncodedText Escape(string message) => JsonEncodedText.Encode(Encoding.UTF8.GetBytes(message), JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private static string Xml(string message) =>
        $"<ServiceError xmlns=\"{Namespace}\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><ErrorDescription>{SecurityElement.Escape(Printable(message))}</ErrorDescription></ServiceError>";

    private static string Printable(string message) => string.Concat(message.EnumerateRunes().Where(rune => rune.Value >= ' ' && rune.Value < 0xFFFE).Select(rune => rune.ToString()));
}
