using SyncGen.AspNetCore.Hooks;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Compact;

/// <summary>Makes a table's edits what the application makes of them, and notes which of them it changed.</summary>
internal sealed class EditJudge(TableEdits edits, RequestHooks hooks, HashSet<(SyncTable Table, long Tick)> changed) : ISyncTableVisitor<Task>
{
    public async Task Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var typed = ((TableEdits<TRow>)edits).Edits;
        for (var i = 0; i < typed.Count && hooks.Judges(table); i++)
        {
            var judged = await hooks.JudgeAsync(table, typed[i].Row, typed[i].IsDeleted);
            typed[i] = typed[i] with { Row = judged.Row, IsDeleted = judged.IsDeleted, Rejection = judged.Rejection, Absent = AbsentOf(table, typed[i], judged) };
            if (judged.IsChanged)
            {
                changed.Add((table, typed[i].Tick));
            }
        }
    }

    // What the application has set is there, though the client knows nothing of it.
    private static ColumnSet? AbsentOf<TRow>(SyncTable<TRow> table, RowEdit<TRow> sent, JudgedRow<TRow> judged)
        where TRow : class =>
        judged.IsChanged && sent.Absent is { } absent ? new RowCompletion<TRow>(table).Unchanged(sent.Row, judged.Row, absent) : sent.Absent;
}
