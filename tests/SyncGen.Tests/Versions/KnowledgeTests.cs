using CsCheck;
using SyncGen.Versions;

namespace SyncGen.Tests.Versions;

public sealed class KnowledgeTests
{
    private static Knowledge Merged(Knowledge left, Knowledge right)
    {
        var merged = left.Copy();
        merged.Merge(right);
        return merged;
    }

    [Fact]
    public void Merging_covers_what_either_side_covered_and_nothing_else() =>
        Gen.Select(KnowledgeGen.Knowledge, KnowledgeGen.Knowledge, KnowledgeGen.Version).Sample((left, right, version) =>
            Merged(left, right).Covers(version) == (left.Covers(version) || right.Covers(version)));

    [Fact]
    public void Merging_is_idempotent() =>
        KnowledgeGen.Knowledge.Sample(knowledge => KnowledgeGen.Same(knowledge, Merged(knowledge, knowledge)));

    [Fact]
    public void Merging_is_commutative() =>
        Gen.Select(KnowledgeGen.Knowledge, KnowledgeGen.Knowledge).Sample((left, right) => KnowledgeGen.Same(Merged(left, right), Merged(right, left)));

    [Fact]
    public void Merging_is_associative() =>
        Gen.Select(KnowledgeGen.Knowledge, KnowledgeGen.Knowledge, KnowledgeGen.Knowledge).Sample((a, b, c) =>
            KnowledgeGen.Same(Merged(Merged(a, b), c), Merged(a, Merged(b, c))));

    [Fact]
    public void Raising_never_forgets() =>
        Gen.Select(KnowledgeGen.Knowledge, KnowledgeGen.Version, KnowledgeGen.Version).Sample((knowledge, raised, version) =>
        {
            var covered = knowledge.Covers(version);
            knowledge.Raise(raised.Replica, raised.Tick);
            return !covered || knowledge.Covers(version);
        });

    [Fact]
    public void No_version_is_never_covered() => KnowledgeGen.Knowledge.Sample(knowledge => !knowledge.Covers(SyncVersion.None));

    [Fact]
    public void A_copy_shares_nothing()
    {
        var replica = new ReplicaId(7);
        var knowledge = new Knowledge();
        knowledge.Raise(replica, 5);
        var copy = knowledge.Copy();
        copy.Raise(replica, 6);
        copy.AddMissing(new(replica, 2));
        Assert.Equal(5, knowledge.TickOf(replica));
        Assert.True(knowledge.Covers(new(replica, 2)));
    }
}
