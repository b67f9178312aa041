using SyncGen.Providers;

namespace SyncGen.Tests.Sessions;

/// <summary>Which way rows travel, for peers and for leaves.</summary>
public sealed class OrderTests
{
    private readonly Stores _stores = new();

    [Theory]
    [InlineData(SyncOrder.UploadDownload, false, "1:a 2:b", "1:a 2:b")]
    [InlineData(SyncOrder.DownloadUpload, false, "1:a 2:b", "1:a 2:b")]
    [InlineData(SyncOrder.Upload, false, "1:a", "1:a 2:b")]
    [InlineData(SyncOrder.Download, false, "1:a 2:b", "2:b")]
    [InlineData(SyncOrder.UploadDownload, true, "1:a 2:b", "1:a 2:b")]
    [InlineData(SyncOrder.DownloadUpload, true, "1:a 2:b", "1:a 2:b")]
    [InlineData(SyncOrder.Upload, true, "1:a", "1:a 2:b")]
    [InlineData(SyncOrder.Download, true, "1:a 2:b", "2:b")]
    public async Task Rows_travel_the_ways_that_the_order_says(SyncOrder order, bool isLeaf, string local, string remote)
    {
        SyncProvider client = isLeaf ? _stores.Leaf() : _stores.Peer("local");
        var server = _stores.Peer("hub");
        _stores.Write(client, 1, "a");
        _stores.Write(server, 2, "b");

        await SyncOrchestrator.Between(client, server).SynchronizeAsync(_stores.Options(order));

        Assert.Equal(local, Stores.Content(client));
        Assert.Equal(remote, Stores.Content(server));
    }

    [Fact]
    public async Task A_leaf_is_the_client_on_either_side()
    {
        var (leaf, hub) = (_stores.Leaf(), _stores.Peer("hub"));
        _stores.Write(leaf, 1, "a");

        var result = await SyncOrchestrator.Between(hub, leaf).SynchronizeAsync(_stores.Options(SyncOrder.Upload));

        Assert.Equal("1:a", Stores.Content(hub));
        Assert.Equal(("leaf", "hub"), (result.Meetings.Single().Client, result.Meetings.Single().Server));
    }

    [Theory]
    [InlineData(ConflictPolicy.LatestWins, "1:server")]
    [InlineData(ConflictPolicy.ServerWins, "1:server")]
    [InlineData(ConflictPolicy.ClientWins, "1:client")]
    public async Task The_remote_peer_is_the_server(ConflictPolicy policy, string expected)
    {
        var stores = new Stores(policy);
        var (client, server) = (stores.Peer("local"), stores.Peer("remote"));
        stores.Write(client, 1, "client");
        stores.Write(server, 1, "server");

        var result = await SyncOrchestrator.Between(client, server).SynchronizeAsync(stores.Options());

        Assert.Equal(expected, Stores.Content(client));
        Assert.Equal(expected, Stores.Content(server));
        Assert.True(result.HasConflicts);
    }

    [Fact]
    public async Task A_delete_travels()
    {
        var (leaf, hub, peer) = (_stores.Leaf(), _stores.Peer("hub"), _stores.Peer());
        _stores.Write(hub, 1, "a");
        var all = SyncOrchestrator.Around(hub, leaf, peer);
        await all.SynchronizeAsync(_stores.Options());
        _stores.Delete(leaf, 1);

        await all.SynchronizeAsync(_stores.Options());

        Assert.All([hub, leaf, peer], (SyncProvider store) => Assert.Equal("", Stores.Content(store)));
    }

    [Fact]
    public async Task Nothing_new_moves_nothing()
    {
        var (leaf, hub, peer) = (_stores.Leaf(), _stores.Peer("hub"), _stores.Peer());
        _stores.Write(hub, 1, "a");
        var all = SyncOrchestrator.Around(hub, leaf, peer);
        await all.SynchronizeAsync(_stores.Options());

        var result = await all.SynchronizeAsync(_stores.Options());

        Assert.Equal((0, 0, 2), (result.Upload.Rows, result.Download.Rows, result.Meetings.Count));
        Assert.False(result.HasChanges);
    }
}
