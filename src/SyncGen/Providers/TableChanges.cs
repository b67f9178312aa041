using SyncGen.Model;

namespace SyncGen.Providers;

/// <summary>The rows of one table in a batch.</summary>
public abstract class TableChanges
{
    private protected TableChanges(SyncTable table) => Table = table;

    /// <summary>The table.</summary>
    public SyncTable Table { get; }

    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }
}
