using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Former;

/// <summary>Answers edits of tables that there are no more: what was written is rejected, and what was deleted is gone indeed.</summary>
internal static class GoneAnswers
{
    public static (TableAnswers Answers, BatchResult Result) Of(TableEdits edits)
    {
        var gone = (TableEdits<GoneRow>)edits;
        var table = (GoneTable)edits.Table;
        var answers = new TableAnswers<GoneRow>(table);
        var notes = new List<RowNote>();
        foreach (var edit in gone.Edits)
        {
            answers.Answers.Add(edit.IsDeleted
                ? new EditAnswer<GoneRow>(edit.Tick, EditOutcome.Accepted, edit.Row, 0)
                : new EditAnswer<GoneRow>(edit.Tick, EditOutcome.Removed, edit.Row, 0) { Rejection = SyncErrorCode.ModelMismatch });
            if (!edit.IsDeleted)
            {
                notes.Add(new RowNote(table.Name, RowJson.WriteKey(table, edit.Row), SyncErrorCode.ModelMismatch,
                    $"The service has no table {table.Name} any more, and did not take the row. Bring this program up to date."));
            }
        }

        return (answers, new BatchResult([new TableCounts(table.Name) { Conflicts = notes.Count, Skipped = gone.Edits.Count - notes.Count }], notes));
    }
}
