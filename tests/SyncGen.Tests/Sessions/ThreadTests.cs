using SyncGen.Tests.Interception;

namespace SyncGen.Tests.Sessions;

/// <summary>A caller's thread is never used, nor its context.</summary>
public sealed class ThreadTests
{
    private readonly Stores _stores = new();

    [Fact]
    public async Task A_session_runs_outside_the_callers_context()
    {
        var context = new SynchronizationContext();
        var (hub, leaf) = (_stores.Peer("hub"), _stores.Leaf());
        _stores.Write(leaf, 1, "a");
        var seen = new List<SynchronizationContext?>();
        var watched = new InterceptedProvider(hub, async _ =>
        {
            lock (seen)
            {
                seen.Add(SynchronizationContext.Current);
            }

            await Task.Yield();
        });
        Task<SyncResult> run;
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            run = SyncOrchestrator.Between(leaf, watched).SynchronizeAsync(_stores.Options());
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        await run;
        Assert.NotEmpty(seen);
        Assert.All(seen, Assert.Null);
    }
}
