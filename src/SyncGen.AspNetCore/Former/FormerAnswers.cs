using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Former;

/// <summary>Makes of answers to edits of a table of now answers to edits of the same table of an earlier model.</summary>
internal sealed class FormerAnswers(TableAnswers answers) : ISyncTableVisitor<TableAnswers>
{
    /// <param name="table">The table of the earlier model.</param>
    public TableAnswers Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var former = new TableAnswers<TRow>(table);
        former.Answers.AddRange(((TableAnswers<TRow>)answers).Answers);
        return former;
    }
}
