using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>A peer in memory.</summary>
internal sealed class MemoryPeer(SyncScope scope, string name, ReplicaId id) : MemoryProvider(scope, name)
{
    public override SyncRole Role => SyncRole.Peer;

    /// <summary>All that the store keeps. A backup is a copy of it.</summary>
    public PeerStore Store { get; set; } = new(scope, id);

    /// <summary>Which rows the store's database refuses, by table and row; null if none.</summary>
    public Func<string, object, bool>? Refuses { get; set; }

    /// <summary>The rows of a table.</summary>
    public PeerTable<TRow> Table<TRow>()
        where TRow : class =>
        Store.Tables.OfType<PeerTable<TRow>>().Single();

    protected override StoreSession Open(SessionSettings settings) => new MemoryPeerSession(this, settings);
}
