using SyncGen.Model;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>All that a leaf keeps.</summary>
internal sealed class LeafStore
{
    public LeafStore(SyncScope scope, ReplicaId id)
    {
        Id = id;
        Tables = [.. scope.Tables.Select(table => table.Accept(new LeafTableFactory(this)))];
    }

    private LeafStore(LeafStore other)
    {
        (Id, Hub, Tick, Anchor, Cursor, Reconciles) = (other.Id, other.Hub, other.Tick, other.Anchor, other.Cursor, other.Reconciles);
        Tables = [.. other.Tables.Select(table => table.Copy(this))];
    }

    public ReplicaId Id { get; set; }

    public ReplicaId Hub { get; set; }

    public long Tick { get; set; }

    public long Anchor { get; set; }

    public byte[]? Cursor { get; set; }

    /// <summary>Whether all rows of the hub have to be compared.</summary>
    public bool Reconciles { get; set; }

    public IReadOnlyList<LeafTable> Tables { get; }

    public LeafStore Copy() => new(this);
}
