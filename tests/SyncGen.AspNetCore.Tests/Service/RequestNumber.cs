namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>A service that lives as long as a request.</summary>
internal sealed class RequestNumber : IDisposable
{
    private static int s_last;

    public int Value { get; } = Interlocked.Increment(ref s_last);

    public bool IsDisposed { get; private set; }

    public void Dispose() => IsDisposed = true;
}
