using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.Tests.InMemory;

/// <summary>A leaf's rows of one table.</summary>
internal abstract class LeafTable
{
    public abstract SyncTable Table { get; }

    /// <summary>The ticks of the edits that wait to go up.</summary>
    public abstract IEnumerable<(long Tick, LeafTable Table)> EditTicks { get; }

    public abstract LeafTable Copy(LeafStore store);

    public abstract TableEdits NewEdits();

    /// <summary>Adds the edit with a tick to a batch; returns its size.</summary>
    public abstract int AddTo(TableEdits edits, long tick);

    public abstract void Confirm(TableAnswers answers, ApplyContext context);

    public abstract void Apply(TableChanges changes, ApplyContext context);

    public abstract void RetryQuarantine(ApplyContext context);

    /// <summary>Begins to note which rows are seen.</summary>
    public abstract void BeginReconcile();

    /// <summary>Removes the rows that were not seen and have no edit.</summary>
    public abstract void EndReconcile(ApplyContext context);
}
