using SyncGen.Model;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>All that a peer keeps.</summary>
internal sealed class PeerStore
{
    private readonly Dictionary<ReplicaId, Partner> _partners = [];

    public PeerStore(SyncScope scope, ReplicaId id)
    {
        Id = id;
        Tables = [.. scope.Tables.Select(table => table.Accept(new PeerTableFactory(this)))];
    }

    private PeerStore(PeerStore other)
    {
        Id = other.Id;
        Tick = other.Tick;
        ForgottenTick = other.ForgottenTick;
        ForgottenTime = other.ForgottenTime;
        Known = other.Known.Copy();
        Losers = [.. other.Losers];
        _partners = other._partners.ToDictionary(pair => pair.Key, pair => pair.Value with { });
        Tables = [.. other.Tables.Select(table => table.Copy(this))];
    }

    public ReplicaId Id { get; set; }

    public long Tick { get; private set; }

    public long ForgottenTick { get; set; }

    public long ForgottenTime { get; set; }

    public Knowledge Known { get; } = new();

    public IReadOnlyList<PeerTable> Tables { get; }

    /// <summary>The conflict log.</summary>
    public List<Loser> Losers { get; } = [];

    public IReadOnlyDictionary<ReplicaId, Partner> Partners => _partners;

    public long NextTick()
    {
        Known.Raise(Id, ++Tick);
        return Tick;
    }

    public Partner PartnerOf(ReplicaId id) => _partners.TryGetValue(id, out var partner) ? partner : _partners[id] = new();

    public PeerStore Copy() => new(this);
}
