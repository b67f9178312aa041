namespace SyncGen.Http.Requests;

/// <summary>When a service that is busy wants to be asked again.</summary>
internal static class RetryAfter
{
    /// <summary>How long from now; null where the answer does not say.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };
}
