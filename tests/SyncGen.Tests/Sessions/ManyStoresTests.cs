using SyncGen.Providers;

namespace SyncGen.Tests.Sessions;

/// <summary>Many stores around one hub, and many orchestrators over the same stores.</summary>
public sealed class ManyStoresTests
{
    private readonly Stores _stores = new();

    [Fact]
    public async Task All_agree_after_one_call()
    {
        var hub = _stores.Peer("hub");
        List<SyncProvider> members = [_stores.Leaf("one"), _stores.Peer("two"), _stores.Leaf("three"), _stores.Peer("four")];
        for (var i = 0; i < members.Count; i++)
        {
            _stores.Write(members[i], i, "own");
            _stores.Write(members[i], 9, $"from {i}");
        }

        var result = await SyncOrchestrator.Around(hub, members).SynchronizeAsync(_stores.Options());

        Assert.All(members.Append(hub), store => Assert.Equal("0:own 1:own 2:own 3:own 9:from 3", Stores.Content(store)));
        Assert.Equal(["one", "two", "three", "four", "one", "two", "three"], result.Meetings.Select(meeting => meeting.Client));
        Assert.Equal(result.Download.Rows, result.Meetings.Sum(meeting => meeting.Download.Rows));
    }

    [Theory]
    [InlineData(SyncOrder.UploadDownload)]
    [InlineData(SyncOrder.DownloadUpload)]
    public async Task Conflicts_that_each_store_settles_differently_end_in_agreement(SyncOrder order)
    {
        var stores = new Stores(ConflictPolicy.DestinationWins);
        var hub = stores.Peer("hub");
        List<SyncProvider> members = [stores.Peer("one"), stores.Peer("two"), stores.Leaf("three"), stores.Leaf("four")];
        for (var i = 0; i < members.Count; i++)
        {
            stores.Write(members[i], 1, $"from {i}");
        }

        await SyncOrchestrator.Around(hub, members).SynchronizeAsync(stores.Options(order));

        Assert.All(members, store => Assert.Equal(Stores.Content(hub), Stores.Content(store)));
    }

    [Fact]
    public async Task Members_meet_once_if_rows_go_one_way()
    {
        var hub = _stores.Peer("hub");
        List<SyncProvider> members = [_stores.Leaf("one"), _stores.Peer("two")];
        _stores.Write(members[0], 1, "a");
        _stores.Write(members[1], 2, "b");

        var result = await SyncOrchestrator.Around(hub, members).SynchronizeAsync(_stores.Options(SyncOrder.Upload));

        Assert.Equal(2, result.Meetings.Count);
        Assert.Equal("1:a 2:b", Stores.Content(hub));
    }

    [Fact]
    public async Task Sessions_over_the_same_stores_wait_for_each_other()
    {
        var (one, two, three) = (_stores.Peer("one"), _stores.Peer("two"), _stores.Peer("three"));
        _stores.Write(one, 1, "a");
        _stores.Write(two, 2, "b");
        _stores.Write(three, 3, "c");
        SyncOrchestrator[] circle = [SyncOrchestrator.Between(one, two), SyncOrchestrator.Between(two, three), SyncOrchestrator.Between(three, one)];
        var options = new SyncOptions();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => i % 10 == 0
            ? circle[i % 3].PreviewAsync(options)
            : circle[i % 3].SynchronizeAsync(options))).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.All([one, two, three], store => Assert.Equal("1:a 2:b 3:c", Stores.Content(store)));
    }
}
