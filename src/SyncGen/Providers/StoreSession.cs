namespace SyncGen.Providers;

/// <summary>
/// A store while a session has it. Calls come one after another. Disposing ends the session: whatever was not part of
/// a finished batch is taken back. A call that fails with a transient error may be made again.
/// </summary>
public abstract class StoreSession : IAsyncDisposable
{
    /// <summary>Ends the session.</summary>
    public abstract ValueTask DisposeAsync();
}
