using System.Globalization;

namespace SyncGen.Tool.Output;

/// <summary>A session's result for people.</summary>
internal static class SessionSummary
{
    private const int NotesMax = 20;

    private static readonly string[] s_columns = ["table", "way", "written", "deleted", "evicted", "skipped", "conflicts", "quarantined", "released"];

    /// <summary>Writes what happened.</summary>
    public static void Write(ToolConsole console, SyncResult result)
    {
        console.WriteLine(result.ToString());
        if (result.HasChanges || result.HasConflicts || result.HasQuarantined)
        {
            console.WriteLine();
            console.WriteTable(s_columns, Rows("up", result.Upload).Concat(Rows("down", result.Download)));
        }

        foreach (var note in result.Notes.Take(NotesMax))
        {
            console.WriteLine($"{note.Table} {note.Key}: {note.Message}");
        }

        var omitted = Math.Max(0, result.Notes.Count - NotesMax) + result.NotesOmitted;
        if (omitted > 0)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {omitted:N0} notes more."));
        }
    }

    /// <summary>What the program answers after a session.</summary>
    public static int ExitCodeOf(SyncResult result) =>
        result.HasConflicts || result.HasQuarantined || result.Notes.Count > 0 ? ExitCode.Found : ExitCode.Done;

    private static IEnumerable<IReadOnlyList<string>> Rows(string way, SyncTransfer transfer) =>
        from table in transfer.Tables
        where table.HasChanges || table.Skipped + table.Conflicts + table.Quarantined + table.Released > 0
        select (IReadOnlyList<string>)
        [
            table.Table, way, .. new[] { table.Written, table.Deleted, table.Evicted, table.Skipped, table.Conflicts, table.Quarantined, table.Released }
                .Select(count => count.ToString("N0", CultureInfo.InvariantCulture)),
        ];
}
