using SyncGen.Model;

namespace SyncGen.Providers;

/// <summary>A hub's answers to the edits of one table in a batch, typed.</summary>
/// <typeparam name="TRow">The entity class.</typeparam>
/// <param name="table">The table.</param>
public sealed class TableAnswers<TRow>(SyncTable<TRow> table) : TableAnswers(table)
    where TRow : class
{
    /// <summary>One answer for each edit of the table in the batch.</summary>
    public List<EditAnswer<TRow>> Answers { get; } = [];
}
