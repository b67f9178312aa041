using SyncGen.Model;

namespace SyncGen.Providers;

/// <summary>A hub's answers to the edits of one table in a batch.</summary>
public abstract class TableAnswers
{
    private protected TableAnswers(SyncTable table) => Table = table;

    /// <summary>The table.</summary>
    public SyncTable Table { get; }
}
