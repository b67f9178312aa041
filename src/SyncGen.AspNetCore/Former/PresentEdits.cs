using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Former;

/// <summary>Makes of edits of a table of an earlier model edits of the table of now, which say what they lack; null where there is no such table.</summary>
internal sealed class PresentEdits(TableEdits edits) : ISyncTableVisitor<TableEdits?>
{
    public TableEdits? Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        if (table is not FormerTable<TRow> former)
        {
            return null;
        }

        var present = new TableEdits<TRow>(former.Present);
        present.Edits.AddRange(((TableEdits<TRow>)edits).Edits.Select(edit => edit.IsDeleted ? edit : edit with { Absent = former.Absent }));
        return present;
    }
}
