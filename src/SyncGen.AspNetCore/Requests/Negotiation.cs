using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SyncGen.AspNetCore.Errors;
using SyncGen.OData.Feeds;

namespace SyncGen.AspNetCore.Requests;

/// <summary>Which forms a request and its answer have, by the rules of the original service.</summary>
internal static class Negotiation
{
    private const string FormatOption = "$format";

    /// <summary>The form of the answer.</summary>
    public static FeedFormat FormatOf(HttpRequest request, SyncServiceOptions options)
    {
        if (request.Query.TryGetValue(FormatOption, out var values))
        {
            return Named(values.Count == 1 ? values[0] : null)
                ?? throw new ServiceException(StatusCodes.Status415UnsupportedMediaType, "The query option $format is atom or json.");
        }

        return Accepted(request, options) ?? throw new ServiceException(StatusCodes.Status406NotAcceptable, "Unsupported Accept header: the service has application/atom+xml and application/json.");
    }

    /// <summary>The same for an error: null where the request has asked for nothing that there is.</summary>
    public static FeedFormat? TryFormat(HttpRequest request, SyncServiceOptions options) =>
        (request.Query.TryGetValue(FormatOption, out var values) ? Named(values.Count == 1 ? values[0] : null) : null) ?? Accepted(request, options);

    /// <summary>The form of the request's body.</summary>
    public static FeedFormat FormatOfBody(HttpRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.ContentType))
        {
            throw new ServiceException(StatusCodes.Status400BadRequest, "No content type specified. Send application/atom+xml or application/json.");
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && OfMediaType(type.MediaType.Value) is { } format
            ? format
            : throw new ServiceException(StatusCodes.Status400BadRequest, "Unsupported content type. Send application/atom+xml or application/json.");
    }

    /// <summary>Clients that say which versions they know must know 1.0.</summary>
    public static void RequireVersion(HttpRequest request)
    {
        var min = request.Headers["SyncServiceVersion"];
        var max = request.Headers["MaxSyncServiceVersion"];
        if (min.Count > 0 && VersionOf(min) is not { Major: 1, Minor: 0 } || max.Count > 0 && !(VersionOf(max) >= new Version(1, 0)))
        {
            throw new ServiceException(StatusCodes.Status412PreconditionFailed, "The service speaks version 1.0 of the protocol.");
        }
    }

    // Parameters, q among them, are not looked at. The default wins where it is among those named; else the last that is known.
    private static FeedFormat? Accepted(HttpRequest request, SyncServiceOptions options)
    {
        var accept = request.Headers.Accept.ToString();
        if (string.IsNullOrWhiteSpace(accept))
        {
            return options.DefaultFormat;
        }

        FeedFormat? found = null;
        foreach (var part in accept.Split(','))
        {
            var end = part.IndexOf(';', StringComparison.Ordinal);
            var type = (end < 0 ? part : part[..end]).Trim();
            found = type is "*/*" || type.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? found ?? options.DefaultFormat : OfMediaType(type) ?? found;
            if (OfMediaType(type) == options.DefaultFormat)
            {
                break;
            }
        }

        return found;
    }

    private static FeedFormat? OfMediaType(string? type) =>
        string.Equals(type, Feed.MediaTypeOf(FeedFormat.Atom), StringComparison.OrdinalIgnoreCase) ? FeedFormat.Atom
        : string.Equals(type, Feed.MediaTypeOf(FeedFormat.Json), StringComparison.OrdinalIgnoreCase) ? FeedFormat.Json
        : null;

    private static FeedFormat? Named(string? name) => name?.ToLowerInvariant() switch
    {
        "atom" => FeedFormat.Atom,
        "json" => FeedFormat.Json,
        _ => null,
    };

    private static Version? VersionOf(string? text) => Version.TryParse(text?.Trim(' ', ';'), out var version) ? version : null;
}
