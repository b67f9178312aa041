using Microsoft.Extensions.Logging;

namespace SyncGen.AspNetCore.Errors;

/// <summary>What the service logs.</summary>
internal static partial class ServiceLog
{
    [LoggerMessage(1, LogLevel.Error, "The request {Path} failed with status {Status}.")]
    public static partial void Failed(ILogger logger, string path, int status, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "The store of scope {Scope} cannot be looked at.")]
    public static partial void LookFailed(ILogger logger, string scope, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The hub of scope {Scope} was restored from a backup, as a client's answer of before shows: it has taken a new identity.")]
    public static partial void Reset(ILogger logger, string scope);

    [LoggerMessage(4, LogLevel.Warning, "Row {Key} of {Table}, as the application's hooks changed it, was refused: it lies outside the client's part of the scope, or would come to lie there.")]
    public static partial void ChangedOutside(ILogger logger, string key, string table);

    [LoggerMessage(5, LogLevel.Information, "A client came that has the earlier model {Fingerprint} of scope {Scope}: it is served as that.")]
    public static partial void FormerModel(ILogger logger, string scope, string fingerprint);
}
