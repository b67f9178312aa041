using Microsoft.AspNetCore.Http;

namespace SyncGen.AspNetCore.Hooks;

/// <summary>The answer to a request that an application does not let in.</summary>
public sealed class SyncRefusal
{
    private const int StatusMin = 400;
    private const int StatusMax = 599;

    /// <summary>Creates a refusal.</summary>
    /// <param name="reason">Why, for who uses the client.</param>
    /// <param name="status">
    /// The HTTP status, from 400 to 599. Default: 403. With 429 and 503 clients of SyncGen's own try again later; any other but 401 and 403
    /// is <see cref="SyncErrorCode.Rejected"/> for them.
    /// </param>
    public SyncRefusal(string reason, int status = StatusCodes.Status403Forbidden)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        ArgumentOutOfRangeException.ThrowIfLessThan(status, StatusMin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, StatusMax);
        (Reason, Status) = (reason, status);
    }

    /// <summary>Why, for who uses the client.</summary>
    public string Reason { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }
}
