using System.Globalization;
using System.Net;

namespace SyncGen.Http.Requests;

/// <summary>Says what a service's status means, in one place.</summary>
internal static class ServiceErrors
{
    /// <summary>Whether the same request may be answered later, without anybody doing anything.</summary>
    public static bool IsTransient(HttpStatusCode status) => status is
        HttpStatusCode.RequestTimeout or TooEarly or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.NetworkAuthenticationRequired;

    // .NET has no name for it.
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    /// <summary>The error that an answer stands for.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="problem">What the service says of it itself.</param>
    /// <param name="asked">The address that the request was sent to.</param>
    /// <param name="name">The service's name.</param>
    public static SyncException Of(HttpResponseMessage response, ServiceProblem problem, Uri asked, string name)
    {
        var (status, detail) = ((int)response.StatusCode, problem.Detail);
        var (code, message) = response.StatusCode switch
        {
            _ when problem.Code == SyncErrorCode.Rejected => (problem.Code, $"{name} refuses the request (status {status}). {detail}"),
            HttpStatusCode.Unauthorized => (SyncErrorCode.AccessDenied, $"{name} wants to know who asks (status 401). Sign in, and give the client's handlers the token."),
            HttpStatusCode.ProxyAuthenticationRequired => (SyncErrorCode.AccessDenied, $"A proxy before {name} wants to know who asks (status 407). Give the client's handler its credentials."),
            HttpStatusCode.Forbidden or HttpStatusCode.PaymentRequired or HttpStatusCode.UnavailableForLegalReasons =>
                (SyncErrorCode.AccessDenied, $"{name} does not let this user at these rows (status {status}). {detail ?? "Ask whoever runs it."}"),
            HttpStatusCode.RequestEntityTooLarge => (SyncErrorCode.LimitExceeded, $"{name} takes no batch of this size (status 413). {detail ?? "Lower SyncOptions.BatchBytesMax."}"),
            HttpStatusCode.RequestUriTooLong => (SyncErrorCode.LimitExceeded, $"{name} takes no address of this length (status 414). {detail ?? "Ask for a part with fewer or shorter values."}"),
            HttpStatusCode.RequestHeaderFieldsTooLarge => (SyncErrorCode.LimitExceeded, $"{name} takes no header of this length (status 431). Have the client's handlers add less: a shorter token, no cookies."),
            HttpStatusCode.NetworkAuthenticationRequired => (SyncErrorCode.ServiceUnreachable, $"{name} cannot be reached before somebody signs in to this network (status 511). Do so in a browser."),
            var transient when IsTransient(transient) => (SyncErrorCode.ServiceUnreachable, $"{name} is busy or away (status {status}). Try again {When(response)}."),
            HttpStatusCode.InsufficientStorage => (SyncErrorCode.ServiceFailed, $"{name} has no room left (status 507). Nothing of the request was applied; tell whoever runs it."),
            HttpStatusCode.NotImplemented or HttpStatusCode.HttpVersionNotSupported => (SyncErrorCode.NoSuchService, Nothing(response, detail, name)),
            >= HttpStatusCode.InternalServerError => (SyncErrorCode.ServiceFailed, $"{name} failed (status {status}); its own log says why. Nothing of the request was applied; tell whoever runs it."),
            >= HttpStatusCode.BadRequest when problem is { Code: not (SyncErrorCode.None or SyncErrorCode.NoSuchService), Detail: not null } =>
                (problem.Code, $"{name} does not take the request (status {status}). {detail}"),
            >= HttpStatusCode.BadRequest => (SyncErrorCode.NoSuchService, Nothing(response, detail, name)),
            >= HttpStatusCode.MultipleChoices when response.Headers.Location is { } location =>
                (SyncErrorCode.NoSuchService, $"{name} sends its callers on to {Shown(new Uri(asked, location))} (status {status}). Give the address of the service itself; if people sign in there, give the client's handlers a token."),
            HttpStatusCode.OK => (SyncErrorCode.NoSuchService, Strange(response, asked, name)),
            _ => (SyncErrorCode.NoSuchService, Nothing(response, detail, name)),
        };
        return new(code, message, isTransient: IsTransient(response.StatusCode));
    }

    private static string Nothing(HttpResponseMessage response, string? detail, string name) =>
        $"{name} has no synchronisation service for this scope (status {(int)response.StatusCode}). {detail ?? "Check the address, and what stands between."}";

    // A page to sign in at, or another program. Who was sent on before hears where the page is.
    private static string Strange(HttpResponseMessage response, Uri asked, string name)
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "something untyped";
        var end = response.RequestMessage?.RequestUri is { } uri && Shown(uri) != Shown(asked) ? $" at {Shown(uri)}, where it leads," : "";
        return $"{name}{end} answers with {type}, so that it is no synchronisation service, or one that does not know SyncGen's own format. Check the address, and whether this network or the service wants you to sign in.";
    }

    private static string When(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => string.Create(CultureInfo.InvariantCulture, $"after {delta.TotalSeconds:0} seconds"),
        { Date: { } date } => string.Create(CultureInfo.InvariantCulture, $"after {date.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"),
        _ => "later",
    };

    // What stands in a query may be a secret.
    private static string Shown(Uri address) => address.GetLeftPart(UriPartial.Path);
}
