using CsCheck;
using SyncGen.Versions;

namespace SyncGen.Tests.Versions;

/// <summary>Random knowledge over a few replicas and small ticks, so that two of them overlap.</summary>
public static class KnowledgeGen
{
    public static Gen<SyncVersion> Version { get; } = Gen.Select(
        Gen.Int[1, 4], Gen.Long[1, 6], (replica, tick) => new SyncVersion(new((UInt128)replica), tick));

    public static Gen<Knowledge> Knowledge { get; } = Gen.Select(
        Version.Array[0, 5], Version.Array[0, 5], (known, missing) =>
        {
            var knowledge = new Knowledge();
            foreach (var version in known)
            {
                knowledge.Raise(version.Replica, version.Tick);
            }

            foreach (var version in missing.Where(version => version.Tick <= knowledge.TickOf(version.Replica)))
            {
                knowledge.AddMissing(version);
            }

            return knowledge;
        });

    public static Gen<Knowledge> Large { get; } = Gen.Select(
        Gen.ULong, Gen.ULong, Gen.OneOf(Gen.OneOf(1L, 127, 128, long.MaxValue), Gen.Long[1, long.MaxValue]), Gen.Long[1, long.MaxValue].Array[0, 10],
        (high, low, tick, missing) => (Replica: new ReplicaId(new UInt128(high, low | 1)), tick, missing))
        .Array[0, 20].Select(parts =>
        {
            var knowledge = new Knowledge();
            foreach (var (replica, tick, missing) in parts)
            {
                knowledge.Raise(replica, tick);
                foreach (var one in missing)
                {
                    knowledge.AddMissing(new(replica, one));
                }
            }

            return knowledge;
        });

    public static bool Same(Knowledge left, Knowledge right) =>
        left.Ticks.Count == right.Ticks.Count && left.Ticks.All(pair => right.TickOf(pair.Key) == pair.Value) && left.Missing.SetEquals(right.Missing);
}
