using SyncGen.Relational.Peers;
using SyncGen.Relational.Rows;
using SyncGen.Versions;

namespace SyncGen.Relational.Tests.Peers;

/// <summary>The rules that decide over one row: each by an example, and what must never happen by trying all small cases.</summary>
public sealed class DeciderTests
{
    private static readonly ReplicaId s_a = new(1);
    private static readonly ReplicaId s_b = new(2);

    [Fact]
    public void Unknown_row_is_stored() => Assert.Equal(Decision.Store, Decide(Write(s_a, 5), default));

    [Fact]
    public void Unknown_tombstone_is_stored() => Assert.Equal(Decision.Store, Decide(Write(s_a, 5) with { IsDeleted = true }, default));

    [Fact]
    public void Tombstone_that_was_forgotten_here_is_not_stored_again() =>
        Assert.Equal(Decision.Skip, Decide(Write(s_a, 5) with { IsDeleted = true }, default, own: Knows((s_a, 5))));

    [Fact]
    public void Row_that_is_missing_from_own_knowledge_is_stored_though_later_ticks_are_known()
    {
        var own = Knows((s_a, 9));
        own.AddMissing(new(s_a, 5));

        Assert.Equal(Decision.Store, Decide(Write(s_a, 5) with { IsDeleted = true }, default, own: own));
    }

    [Fact]
    public void Same_version_is_skipped() => Assert.Equal(Decision.Skip, Decide(Write(s_a, 5), Held(Write(s_a, 5))));

    [Fact]
    public void Later_write_of_the_same_replica_is_stored() =>
        Assert.Equal(Decision.Store, Decide(Write(s_a, 6, time: 20), Held(Write(s_a, 5, time: 10))));

    [Fact]
    public void Write_that_replaced_ours_is_stored() =>
        Assert.Equal(Decision.Store, Decide(Write(s_a, 6, time: 20) with { Base = new(s_b, 3) }, Held(Write(s_b, 3, time: 10))));

    [Fact]
    public void Write_made_knowing_ours_is_stored() =>
        Assert.Equal(Decision.Store, Decide(Write(s_a, 6, time: 20), Held(Write(s_b, 3, time: 10)), madeWith: Knows((s_b, 3))));

    [Fact]
    public void Write_made_while_ours_was_missing_is_compared()
    {
        var madeWith = Knows((s_b, 9));
        madeWith.AddMissing(new(s_b, 3));

        Assert.Equal(Decision.Compare, Decide(Write(s_a, 6, time: 20), Held(Write(s_b, 3, time: 10)), madeWith: madeWith));
    }

    [Fact]
    public void Write_that_ours_replaced_is_skipped() =>
        Assert.Equal(Decision.Skip, Decide(Write(s_a, 5, time: 10), Held(Write(s_b, 3, time: 20) with { Base = new(s_a, 5) })));

    [Fact]
    public void Older_write_that_nobody_here_had_seen_is_compared() =>
        Assert.Equal(Decision.Compare, Decide(Write(s_a, 5, time: 10), Held(Write(s_b, 3, time: 20))));

    [Fact]
    public void Equal_times_are_told_apart_by_version()
    {
        var (low, high) = (Write(s_a, 5), Write(s_b, 5));

        Assert.True(Decider.IsNewer(high, Held(low)));
        Assert.False(Decider.IsNewer(low, Held(high)));
    }

    [Fact]
    public void Stamp_never_goes_down_unseen_and_two_stores_never_take_over_each_others_row()
    {
        foreach (var one in Writes())
        {
            foreach (var two in Writes().Where(two => two.Version != one.Version))
            {
                foreach (var (knowsOne, knowsTwo) in Knowledges().SelectMany(_ => Knowledges(), (x, y) => (x, y)))
                {
                    var here = Decider.Decide(one, Held(two), knowsOne, knowsTwo);
                    var there = Decider.Decide(two, Held(one), knowsTwo, knowsOne);
                    var newer = Decider.IsNewer(one, Held(two));

                    Assert.NotEqual(newer ? Decision.Skip : Decision.Store, here);
                    Assert.False(here == Decision.Store && there == Decision.Store, $"{one} and {two} would change places");

                    // Where a row has been seen, both sides say so: one stores, the other skips. Else both compare.
                    Assert.Equal(here == Decision.Compare, there == Decision.Compare);
                }
            }
        }
    }

    private static IEnumerable<RowVersion> Writes() =>
        from replica in new[] { s_a, s_b }
        from tick in new long[] { 1, 2 }
        from time in new long[] { 10, 20 }
        from origin in new[] { SyncVersion.None, new(s_a, 1), new(s_b, 1) }
        where origin.Replica != replica
        from deleted in new[] { false, true }
        select new RowVersion(new(replica, tick), origin, time, deleted);

    private static IEnumerable<Knowledge> Knowledges()
    {
        foreach (var a in new long[] { 0, 1, 2 })
        {
            foreach (var b in new long[] { 0, 1, 2 })
            {
                yield return Knows((s_a, a), (s_b, b));
                var gap = Knows((s_a, a), (s_b, b));
                gap.AddMissing(new(s_a, 1));
                yield return gap;
            }
        }
    }

    private static Decision Decide(RowVersion incoming, LocalRow local, Knowledge? madeWith = null, Knowledge? own = null) =>
        Decider.Decide(incoming, local, madeWith ?? new(), own ?? new());

    private static RowVersion Write(ReplicaId replica, long tick, long time = 10) => new(new(replica, tick), SyncVersion.None, time, IsDeleted: false);

    private static LocalRow Held(RowVersion row) =>
        new() { Exists = true, IsTracked = true, Version = row.Version, Base = row.Base, Time = row.Time, IsDeleted = row.IsDeleted };

    private static Knowledge Knows(params (ReplicaId Replica, long Tick)[] ticks)
    {
        var knowledge = new Knowledge();
        foreach (var (replica, tick) in ticks)
        {
            knowledge.Raise(replica, tick);
        }

        return knowledge;
    }
}
