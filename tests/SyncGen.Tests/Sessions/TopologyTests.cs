using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Tests.InMemory;
using SyncGen.Tests.Rows;

namespace SyncGen.Tests.Sessions;

/// <summary>Who may not meet whom, and options that make no sense.</summary>
public sealed class TopologyTests
{
    private readonly Stores _stores = new();

    [Fact]
    public void Two_leaves_cannot_meet()
    {
        var error = Assert.Throws<SyncException>(() => SyncOrchestrator.Between(_stores.Leaf("one"), _stores.Leaf("two")));
        Assert.Equal(SyncErrorCode.TopologyMismatch, error.Code);
        Assert.Contains("two is a leaf", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leaf_is_no_hub() =>
        Assert.Equal(SyncErrorCode.TopologyMismatch, Assert.Throws<SyncException>(() => SyncOrchestrator.Around(_stores.Leaf(), _stores.Peer())).Code);

    [Fact]
    public void A_hub_needs_members_and_no_store_comes_twice()
    {
        var (hub, leaf) = (_stores.Peer("hub"), _stores.Leaf());
        Assert.Throws<ArgumentException>(() => SyncOrchestrator.Around(hub));
        Assert.Throws<ArgumentException>(() => SyncOrchestrator.Between(hub, hub));
        Assert.Throws<ArgumentException>(() => SyncOrchestrator.Around(hub, leaf, leaf));
        Assert.Throws<ArgumentException>(() => SyncOrchestrator.Around(hub, hub));
    }

    [Fact]
    public void Stores_are_of_one_scope()
    {
        var other = new SyncScope("other", "0123456789abcdef", [new NoteTable(), new TagTable()]);
        var fewer = new SyncScope("notes", "0123456789abcdef", [new NoteTable()]);
        Assert.Throws<ArgumentException>(() => SyncOrchestrator.Between(_stores.Leaf(), new MemoryPeer(other, "hub", new(99))));
        Assert.Throws<ArgumentException>(() => SyncOrchestrator.Between(_stores.Leaf(), new MemoryPeer(fewer, "hub", new(99))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Models_must_be_equal(bool isLeaf)
    {
        var newer = new SyncScope("notes", "fedcba9876543210", [new NoteTable(), new TagTable()]);
        SyncProvider client = isLeaf ? new MemoryLeaf(newer, "phone", new(98)) : new MemoryPeer(newer, "phone", new(98));
        var hub = _stores.Peer("hub");
        _stores.Write(hub, 1, "a");

        var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(client, hub).SynchronizeAsync(_stores.Options()));

        Assert.Equal(SyncErrorCode.ModelMismatch, error.Code);
        Assert.Contains("phone", error.Message, StringComparison.Ordinal);
        Assert.Contains("hub", error.Message, StringComparison.Ordinal);
        Assert.Equal("", Stores.Content(client));
    }

    [Fact]
    public async Task A_leaf_keeps_its_hub()
    {
        var leaf = _stores.Leaf();
        await SyncOrchestrator.Between(leaf, _stores.Peer("hub")).SynchronizeAsync(_stores.Options());

        var error = await Assert.ThrowsAsync<SyncException>(() =>
            SyncOrchestrator.Between(leaf, _stores.Peer("stranger")).SynchronizeAsync(_stores.Options()));

        Assert.Equal(SyncErrorCode.TopologyMismatch, error.Code);
    }

    [Fact]
    public void Options_have_ranges()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyncOptions { BatchBytesMax = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyncOptions { BatchBytesMax = (1 << 30) + 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyncOptions { TransientRetriesMax = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyncOptions { TransientRetriesMax = 101 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyncOptions { TransientRetryDelay = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyncOptions { Order = (SyncOrder)4 });
    }
}
