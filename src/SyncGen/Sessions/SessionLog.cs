using Microsoft.Extensions.Logging;

namespace SyncGen.Sessions;

/// <summary>What a session logs. The ids are documented in the package's README.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(1, LogLevel.Information, "Synchronising scope {Scope}: server {Server}, {Clients} client(s), order {Order}, preview {IsPreview}")]
    public static partial void Started(ILogger logger, string scope, string server, int clients, SyncOrder order, bool isPreview);

    [LoggerMessage(2, LogLevel.Information, "Synchronised scope {Scope} in {Milliseconds:0} ms: {Up} row(s) up, {Down} row(s) down, {Conflicts} conflict(s), {Quarantined} row(s) in quarantine")]
    public static partial void Completed(ILogger logger, string scope, double milliseconds, long up, long down, long conflicts, long quarantined);

    [LoggerMessage(3, LogLevel.Error, "Synchronising scope {Scope} with {Server} failed: {Code}")]
    public static partial void Failed(ILogger logger, string scope, string server, SyncErrorCode code, Exception error);

    [LoggerMessage(4, LogLevel.Information, "Synchronising scope {Scope} with {Server} was cancelled; the next session goes on from there")]
    public static partial void Cancelled(ILogger logger, string scope, string server);

    [LoggerMessage(5, LogLevel.Warning, "A call failed; attempt {Attempt} of at most {RetriesMax} follows in {Milliseconds:0} ms")]
    public static partial void Retrying(ILogger logger, int attempt, int retriesMax, double milliseconds, Exception error);

    [LoggerMessage(6, LogLevel.Warning, "{Store} was restored from a backup, or copied: {Partner} knows more of it than it does itself. It has taken a new identity")]
    public static partial void IdentityReset(ILogger logger, string store, string partner);

    [LoggerMessage(7, LogLevel.Warning, "{Store} was silent for longer than the retention time of {Partner} and starts again: new identity, all rows afresh")]
    public static partial void Expelled(ILogger logger, string store, string partner);

    [LoggerMessage(8, LogLevel.Information, "{Store} reads all rows of {Partner} again, to find those of its own that are gone")]
    public static partial void Reconciling(ILogger logger, string store, string partner);

    [LoggerMessage(9, LogLevel.Debug, "Conflict in {Table}, key {Key}, policy {Policy}, outcome {Outcome}")]
    public static partial void Conflict(ILogger logger, string table, string key, ConflictPolicy policy, Conflicts.ConflictOutcome? outcome);

    [LoggerMessage(10, LogLevel.Warning, "A row of {Table}, key {Key}, was refused ({Code}): {Reason}")]
    public static partial void Refused(ILogger logger, string table, string key, SyncErrorCode code, string reason);
}
