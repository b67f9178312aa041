using System.Security.Authentication;

namespace SyncGen.Http.Requests;

/// <summary>Says why there was no answer, in one place.</summary>
internal static class ConnectionErrors
{
    /// <summary>Whether the same request may be answered later, without anybody doing anything.</summary>
    public static bool IsTransient(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.SecureConnectionError => error.InnerException is not AuthenticationException,
        HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError or HttpRequestError.UserAuthenticationError or HttpRequestError.ConfigurationLimitExceeded => false,

        // With a status it is from a handler of the application that asked somebody else, say for a token.
        _ => error.StatusCode is not { } status || ServiceErrors.IsTransient(status),
    };

    public static SyncException Of(HttpRequestException error, string name)
    {
        var (code, message) = error.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError =>
                (SyncErrorCode.ServiceUnreachable, $"{name} cannot be reached: its host's name is not known, or there is no network. Check the address, or try again later."),
            HttpRequestError.ConnectionError =>
                (SyncErrorCode.ServiceUnreachable, $"{name} cannot be reached: {Sentence(error.Message)} Check the address, or try again later."),
            HttpRequestError.SecureConnectionError when error.InnerException is AuthenticationException inner =>
                (SyncErrorCode.ServiceUnreachable, $"{name} has no certificate that can be trusted, or does not speak TLS: {Sentence(inner.Message)} Check the address, and the certificate and who issued it."),
            HttpRequestError.UserAuthenticationError =>
                (SyncErrorCode.AccessDenied, $"{name}, or a proxy before it, does not take who asks: {Sentence(error.Message)} Check the user."),
            HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError =>
                (SyncErrorCode.NoSuchService, $"What answers at {name} does not speak HTTP as a synchronisation service does: {Sentence(error.Message)} Check the address."),
            HttpRequestError.ConfigurationLimitExceeded =>
                (SyncErrorCode.LimitExceeded, $"{name} answered with a header that is too long: {Sentence(error.Message)} Check what stands between, or raise the handler's limit."),
            _ => (SyncErrorCode.ServiceUnreachable, $"{name} cannot be reached, or broke off: {Sentence(error.Message)} Nothing is lost; try again later."),
        };
        return new(code, message, error, IsTransient(error));
    }

    /// <summary>What a library says, as a sentence among ours.</summary>
    public static string Sentence(string message) => message.TrimEnd() is var text && text.EndsWith('.') ? text : text + ".";
}
