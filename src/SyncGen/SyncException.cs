namespace SyncGen;

/// <summary>What can go wrong in operation. The message says what to do; the driver's exception, if any, is inside.</summary>
public sealed class SyncException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="code">What went wrong.</param>
    /// <param name="message">A sentence that names the culprit and the remedy.</param>
    /// <param name="inner">The driver's exception.</param>
    /// <param name="isTransient">Whether the same call may succeed later.</param>
    public SyncException(SyncErrorCode code, string message, Exception? inner = null, bool isTransient = false)
        : base(message, inner)
    {
        Code = code;
        IsTransient = isTransient;
    }

    /// <summary>What went wrong.</summary>
    public SyncErrorCode Code { get; }

    /// <summary>Whether the same call may succeed later, without anybody doing anything.</summary>
    public bool IsTransient { get; }
}
