using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>A peer's rows of one table.</summary>
internal abstract class PeerTable
{
    public abstract SyncTable Table { get; }

    public abstract PeerTable Copy(PeerStore store);

    /// <summary>The versions in quarantine.</summary>
    public abstract IEnumerable<SyncVersion> Missing { get; }

    /// <summary>The local ticks of the rows above one tick and up to another that a reader lacks.</summary>
    public abstract IEnumerable<(long Tick, PeerTable Table)> Changed(long after, long upTo, ReadFor reader);

    public abstract TableChanges NewChanges();

    /// <summary>Adds the row with a local tick to a batch; returns its size.</summary>
    public abstract int AddTo(TableChanges changes, long tick);

    public abstract void Apply(TableChanges changes, ApplyContext context);

    public abstract TableAnswers Accept(TableEdits edits, LeafState leaf, long taken, ApplyContext context);

    public abstract void RetryQuarantine(ApplyContext context);

    /// <summary>Removes the tombstones that may go.</summary>
    public abstract int Forget(Func<SyncVersion, bool> mayGo);
}
