using SyncGen.Providers;
using SyncGen.Tests.Interception;

namespace SyncGen.Tests.Sessions;

/// <summary>A session that breaks off at any call leaves stores with which the next one comes to the same end.</summary>
public sealed class FaultTests
{
    private const string End = "1:newer 2:b 3:c 4:d 5:e 6:f x=1 y=2";

    public static TheoryData<bool, SyncOrder, bool> Kinds => new()
    {
        { false, SyncOrder.UploadDownload, false },
        { false, SyncOrder.UploadDownload, true },
        { false, SyncOrder.DownloadUpload, false },
        { false, SyncOrder.DownloadUpload, true },
        { true, SyncOrder.UploadDownload, false },
        { true, SyncOrder.UploadDownload, true },
        { true, SyncOrder.DownloadUpload, false },
        { true, SyncOrder.DownloadUpload, true },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_fault_at_any_call_is_made_good_by_the_next_session(bool isLeaf, SyncOrder order, bool readsAhead)
    {
        var calls = await CountCallsAsync(isLeaf, order, readsAhead);
        Assert.InRange(calls, 20, 1000);
        for (var at = 1; at <= calls; at++)
        {
            var setting = new FaultSetting(isLeaf, readsAhead);
            var error = await Assert.ThrowsAsync<SyncException>(() => setting.RunAsync(order, retries: 3, (call, number) => number == at
                ? throw new SyncException(SyncErrorCode.StoreFailed, $"{call} failed.")
                : ValueTask.CompletedTask));
            Assert.Equal(SyncErrorCode.StoreFailed, error.Code);
            await RequireGoodEndAsync(setting, order);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_transient_fault_at_any_call_is_made_good_by_the_same_session(bool isLeaf, SyncOrder order, bool readsAhead)
    {
        var calls = await CountCallsAsync(isLeaf, order, readsAhead);
        for (var at = 1; at <= calls; at++)
        {
            var setting = new FaultSetting(isLeaf, readsAhead);
            await setting.RunAsync(order, retries: 1, (call, number) => number == at
                ? throw new SyncException(SyncErrorCode.StoreBusy, $"{call} failed.", isTransient: true)
                : ValueTask.CompletedTask);
            setting.RequireClosed();
            Assert.Equal(End, Stores.Content(setting.Client));
            Assert.Equal(End, Stores.Content(setting.Server));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelling_at_any_call_is_made_good_by_the_next_session(bool isLeaf, SyncOrder order, bool readsAhead)
    {
        var calls = await CountCallsAsync(isLeaf, order, readsAhead);
        for (var at = 1; at <= calls; at++)
        {
            using var source = new CancellationTokenSource();
            var setting = new FaultSetting(isLeaf, readsAhead);
            var run = setting.RunAsync(order, retries: 3, (_, number) =>
            {
                if (number == at)
                {
                    source.Cancel();
                }

                source.Token.ThrowIfCancellationRequested();
                return ValueTask.CompletedTask;
            }, source.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
            await RequireGoodEndAsync(setting, order);
        }
    }

    [Fact]
    public async Task Cancelling_before_the_start_opens_nothing()
    {
        var setting = new FaultSetting(isLeaf: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            setting.RunAsync(SyncOrder.UploadDownload, 0, (_, _) => throw new InvalidOperationException("no call"), new(canceled: true)));
    }

    [Fact]
    public async Task Retries_come_to_an_end()
    {
        var setting = new FaultSetting(isLeaf: true);
        var failures = 0;
        var error = await Assert.ThrowsAsync<SyncException>(() => setting.RunAsync(SyncOrder.UploadDownload, retries: 2, (call, _) =>
        {
            if (call is { Method: "Accept", IsDone: false })
            {
                failures++;
                throw new SyncException(SyncErrorCode.StoreBusy, "busy", isTransient: true);
            }

            return ValueTask.CompletedTask;
        }));
        Assert.Equal((SyncErrorCode.StoreBusy, 3), (error.Code, failures));
        await RequireGoodEndAsync(setting, SyncOrder.UploadDownload);
    }

    private static async Task<int> CountCallsAsync(bool isLeaf, SyncOrder order, bool readsAhead)
    {
        var setting = new FaultSetting(isLeaf, readsAhead);
        var calls = 0;
        await setting.RunAsync(order, retries: 0, (_, number) =>
        {
            calls = Math.Max(calls, number);
            return ValueTask.CompletedTask;
        });
        Assert.Equal(End, Stores.Content(setting.Server));
        return calls;
    }

    private static async Task RequireGoodEndAsync(FaultSetting setting, SyncOrder order)
    {
        setting.RequireClosed();
        await setting.RunAsync(order, retries: 0, (_, _) => ValueTask.CompletedTask);
        setting.RequireClosed();
        Assert.Equal(End, Stores.Content(setting.Client));
        Assert.Equal(End, Stores.Content(setting.Server));
    }
}
