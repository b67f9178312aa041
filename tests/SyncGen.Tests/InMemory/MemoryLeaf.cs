using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>A leaf in memory.</summary>
internal sealed class MemoryLeaf(SyncScope scope, string name, ReplicaId id) : MemoryProvider(scope, name)
{
    public override SyncRole Role => SyncRole.Leaf;

    /// <summary>All that the store keeps. A backup is a copy of it.</summary>
    public LeafStore Store { get; set; } = new(scope, id);

    /// <summary>Which rows the store's database refuses, by table and row; null if none.</summary>
    public Func<string, object, bool>? Refuses { get; set; }

    /// <summary>The rows of a table.</summary>
    public LeafTable<TRow> Table<TRow>()
        where TRow : class =>
        Store.Tables.OfType<LeafTable<TRow>>().Single();

    protected override StoreSession Open(SessionSettings settings) => new MemoryLeafSession(this, settings);
}
