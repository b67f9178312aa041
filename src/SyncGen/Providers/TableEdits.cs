using SyncGen.Model;

namespace SyncGen.Providers;

/// <summary>The edits of one table in a batch.</summary>
public abstract class TableEdits
{
    private protected TableEdits(SyncTable table) => Table = table;

    /// <summary>The table.</summary>
    public SyncTable Table { get; }

    /// <summary>How many edits there are.</summary>
    public abstract int Count { get; }
}
