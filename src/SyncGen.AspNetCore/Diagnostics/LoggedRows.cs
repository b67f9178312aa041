using SyncGen.Conflicts;
using SyncGen.Reports;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>Writes what a store keeps of conflicts, and the rows that wait in quarantine.</summary>
internal sealed class LoggedRows(HtmlWriter html, string anchor)
{
    public void Write(StoreReport report)
    {
        Head("Conflicts", "conflicts", report.Conflicts, "latest", report.LatestConflicts.Count);
        List(report.LatestConflicts, Write);
        Head("Quarantine", "quarantine", report.Waiting, "longest waiting", report.OldestWaiting.Count);
        List(report.OldestWaiting, Write);
    }

    private void Head(string title, string id, long? count, string which, int shown)
    {
        html.Leaf("h3", title, ("id", $"{anchor}-{id}"));
        html.Leaf("p", count switch
        {
            null => "This kind of store does not say.",
            0 => "None.",
            1 => "One.",
            _ when shown == count => $"{PageText.Of(shown)}, the {which} first.",
            _ => $"{PageText.OfCount(count.Value)}; the {which} {PageText.Of(shown)} are shown.",
        }, ("class", "soft"));
    }

    private void List<T>(IReadOnlyList<T> entries, Action<T> write)
    {
        if (entries.Count == 0)
        {
            return;
        }

        html.Begin("ol", ("class", "entries"));
        foreach (var entry in entries)
        {
            html.Begin("li").Begin("details");
            write(entry);
            html.End().End();
        }

        html.End();
    }

    private void Write(LoggedConflict conflict)
    {
        Summary(conflict.Table, conflict.Key, conflict.Recorded, $" UTC · {conflict.Policy}: {Words(conflict.Outcome)}");
        RowView.Write(html, $"The conflict over {conflict.Table}", ("Stands", conflict.Winner), ("Lost", conflict.Loser));
    }

    private static string Words(ConflictOutcome outcome) => outcome switch
    {
        ConflictOutcome.Incoming => "the row that came in stands",
        ConflictOutcome.Local => "the row that was here stands",
        ConflictOutcome.Merged => "a row made of both stands",
        _ => "the row is deleted",
    };

    private void Write(WaitingRow row)
    {
        Summary(row.Table, row.Key, row.FirstAttempt, $" UTC · {row.Code}, tried {(row.Attempts == 1 ? "once" : $"{PageText.Of(row.Attempts)} times")}");
        html.Begin("p").Text(PageText.Short(row.Error)).Text(" Last tried ");
        PageText.Write(html, row.LastAttempt);
        html.Text(" UTC.").End();
        RowView.Write(html, $"The row of {row.Table} that waits", ("Value", row.Row));
    }

    private void Summary(string table, string key, DateTimeOffset time, string words)
    {
        html.Begin("summary").Leaf("strong", table).Text(" ").Leaf("code", PageText.Short(key)).Begin("span", ("class", "soft"));
        PageText.Write(html, time);
        html.Text(words).End().End();
    }
}
