using System.Collections.Concurrent;
using System.Diagnostics;
using SyncGen.Tests.Interception;
using SyncGen.Tests.Sessions;

namespace SyncGen.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_session_is_measured()
    {
        var stores = new Stores(scope: "measured");
        using var measurements = new Measurements("measured");
        var (leaf, hub) = (stores.Leaf(), stores.Peer("hub"));
        stores.Write(leaf, 1, "leaf");
        stores.Write(hub, 1, "hub");
        stores.Write(hub, 2, "b");
        stores.Tag(leaf, "x", 1);
        hub.Refuses = (table, _) => table == "Tag";
        var both = SyncOrchestrator.Between(leaf, hub);

        await both.PreviewAsync(stores.Options());
        Assert.Equal(["syncgen.session.duration", "syncgen.sessions"], measurements.Instruments);
        var result = await both.SynchronizeAsync(stores.Options());

        Assert.Equal(1, measurements.Sum("syncgen.sessions", "syncgen.preview=False syncgen.outcome=completed"));
        Assert.Equal(1, measurements.Sum("syncgen.sessions", "syncgen.preview=True syncgen.outcome=completed"));
        Assert.Equal(1, measurements.Sum("syncgen.conflicts", "direction=upload"));
        Assert.Equal(1, measurements.Sum("syncgen.quarantined", "direction=upload"));
        Assert.Equal(result.Download.Total.Written, measurements.Sum("syncgen.rows", "direction=download syncgen.kind=written"));
        Assert.Equal(result.Upload.Bytes, measurements.Sum("syncgen.bytes", "direction=upload"));
    }

    [Fact]
    public async Task Failed_and_cancelled_sessions_are_measured()
    {
        var stores = new Stores(scope: "failing");
        using var measurements = new Measurements("failing");
        var failing = new InterceptedProvider(stores.Peer("hub"), _ => throw new SyncException(SyncErrorCode.StoreFull, "full"));
        var cancelled = new InterceptedProvider(stores.Peer("hub"), _ => throw new OperationCanceledException());

        await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(stores.Leaf(), failing).SynchronizeAsync(stores.Options()));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SyncOrchestrator.Between(stores.Leaf(), cancelled).SynchronizeAsync(stores.Options()));

        Assert.Equal(1, measurements.Sum("syncgen.sessions", "outcome=failed error.type=StoreFull"));
        Assert.Equal(1, measurements.Sum("syncgen.sessions", "outcome=cancelled"));
    }

    [Fact]
    public async Task A_session_is_an_activity_with_one_for_each_meeting()
    {
        var stores = new Stores(scope: "traced");
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SyncTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var parent = new Activity("test").Start();

        await SyncOrchestrator.Around(stores.Peer("hub"), stores.Leaf("one"), stores.Peer("two")).SynchronizeAsync(stores.Options());

        var mine = activities.Where(activity => activity.TraceId == parent.TraceId).ToList();
        Assert.Equal(["meet one hub", "meet two hub", "synchronize  hub"], mine.Select(activity =>
            $"{activity.OperationName} {activity.GetTagItem("syncgen.client")} {activity.GetTagItem("syncgen.server")}"));
        Assert.Equal("traced", mine[^1].GetTagItem("syncgen.scope"));
        Assert.All(mine[..^1], activity => Assert.Equal(mine[^1].SpanId, activity.ParentSpanId));
    }

    [Fact]
    public async Task What_happens_is_logged_under_documented_ids()
    {
        var stores = new Stores();
        using var log = new LogCollector();
        var options = new SyncOptions { LoggerFactory = log, Environment = stores.Environment, TransientRetryDelay = TimeSpan.Zero };
        var (leaf, hub) = (stores.Leaf(), stores.Peer("hub"));
        stores.Write(leaf, 1, "leaf");
        stores.Write(hub, 1, "hub");
        stores.Tag(leaf, "x", 1);
        hub.Refuses = (table, _) => table == "Tag";
        var failures = 1;
        var busy = new InterceptedProvider(hub, call => call is { Method: "Accept", IsDone: false } && failures-- > 0
            ? throw new SyncException(SyncErrorCode.StoreBusy, "busy", isTransient: true)
            : ValueTask.CompletedTask);

        await SyncOrchestrator.Between(leaf, busy).SynchronizeAsync(options);
        var broken = new InterceptedProvider(hub, _ => throw new SyncException(SyncErrorCode.StoreFull, "full"));
        await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(leaf, broken).SynchronizeAsync(options));

        Assert.Equal(["1 Information", "5 Warning", "9 Debug", "10 Warning", "2 Information", "1 Information", "3 Error"], log.Entries);
        var readme = await File.ReadAllTextAsync(Path.Combine(Testing.RepositoryFolder.Path, "src", "SyncGen", "README.md"));
        Assert.All(log.Entries, entry => Assert.Contains($"| {entry.Replace(" ", " | ", StringComparison.Ordinal)} |", readme, StringComparison.Ordinal));
    }
}
