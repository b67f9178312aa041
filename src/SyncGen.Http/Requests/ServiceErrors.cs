using System.Net;
using System.Text.Json;

namespace SyncGen.Http.Requests;

/// <summary>Says what a service's status means, in one place.</summary>
internal static class ServiceErrors
{
    private const int DetailLengthMax = 500;
    private const int ProblemBytesMax = 64 * 1024;

    public static async Task<SyncException> OfAsync(HttpResponseMessage response, string name, CancellationToken cancellationToken)
    {
        var (code, detail) = await ProblemAsync(response, cancellationToken);
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            _ when code == SyncErrorCode.Rejected => new(code, $"{name} refuses the request (status {status}). {detail}"),
            HttpStatusCode.Unauthorized => new(SyncErrorCode.AccessDenied, $"{name} wants to know who asks (status 401). Sign in, and give the client's handlers the token."),
            HttpStatusCode.Forbidden => new(SyncErrorCode.AccessDenied, $"{name} does not let this user at these rows (status 403). {detail ?? "Ask whoever runs it."}"),
            HttpStatusCode.Conflict when code == SyncErrorCode.ModelMismatch => new(SyncErrorCode.ModelMismatch, $"{name}: {detail}"),
            HttpStatusCode.Conflict when code is SyncErrorCode.IdentityReset or SyncErrorCode.StoreContended => new(code, $"{name}: {detail}"),
            HttpStatusCode.RequestEntityTooLarge => new(SyncErrorCode.LimitExceeded, $"{name} takes no batch of this size (status 413). {detail ?? "Lower SyncOptions.BatchBytesMax."}"),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                new(SyncErrorCode.ServiceUnreachable, $"{name} is busy or away (status {status}). Try again later.", isTransient: true),
            HttpStatusCode.BadRequest when detail is not null && code != SyncErrorCode.NoSuchService => new(SyncErrorCode.MalformedData, $"{name} does not understand the request (status 400). {detail}"),
            HttpStatusCode.InsufficientStorage => new(SyncErrorCode.ServiceFailed, $"{name} has no room left (status 507). Nothing of the request was applied; tell whoever runs it."),
            >= HttpStatusCode.InternalServerError => new(SyncErrorCode.ServiceFailed, $"{name} failed (status {status}); its own log says why. Nothing of the request was applied."),
            HttpStatusCode.OK => new(SyncErrorCode.NoSuchService, $"{name} answers with {response.Content.Headers.ContentType?.MediaType ?? "something untyped"}, so that it is no synchronisation service, or one that does not know SyncGen's own format. Check the address."),
            _ => new(SyncErrorCode.NoSuchService, $"{name} has no synchronisation service for this scope (status {status}). {detail ?? "Check the address, and what stands between."}"),
        };
    }

    // A service's own words; what a proxy or another program writes is of no use here.
    private static async Task<(SyncErrorCode Code, string? Detail)> ProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json" || response.Content.Headers.ContentLength is not <= ProblemBytesMax)
        {
            return default;
        }

        try
        {
            using var problem = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            var detail = problem.RootElement.GetProperty("detail").GetString() ?? "";
            var code = (SyncErrorCode)problem.RootElement.GetProperty("code").GetInt32();
            return (code, detail.Length <= DetailLengthMax ? detail : detail[..DetailLengthMax] + "…");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return default;
        }
    }
}
