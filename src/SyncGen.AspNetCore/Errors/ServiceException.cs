namespace SyncGen.AspNetCore.Errors;

/// <summary>A request that cannot be answered as it was meant, and what to tell the client.</summary>
internal sealed class ServiceException(int status, string message, string? allow = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What SyncGen's own clients are told that it is; null where the status says enough.</summary>
    public SyncErrorCode? Code { get; init; }

    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The verbs that the address takes; null unless the verb is what was wrong.</summary>
    public string? Allow => allow;
}
