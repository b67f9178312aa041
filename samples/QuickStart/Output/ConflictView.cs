using System.Text.Json;
using Spectre.Console;
using SyncGen;
using SyncGen.Reports;
using SyncGen.Sqlite;

namespace QuickStart.Output;

/// <summary>Shows the conflicts of a session, and what the conflict log keeps of them.</summary>
internal static class ConflictView
{
    public static async Task ShowAsync(SyncResult result, SqliteProvider hub)
    {
        foreach (var note in result.Notes)
        {
            Console.WriteLine($"{note.Table} {note.Key}: {note.Message}");
        }

        var table = new Table { Title = new TableTitle("The conflict log of the hub") };
        table.AddColumns("Table", "Column", "Lost", "Stayed");
        foreach (var conflict in await hub.ReadConflictsAsync())
        {
            foreach (var (column, lost, stayed) in Differences(conflict))
            {
                table.AddRow(new Text(conflict.Table), new Text(column), new Text(lost), new Text(stayed));
            }
        }

        AnsiConsole.Write(table);
    }

    private static IEnumerable<(string Column, string Lost, string Stayed)> Differences(LoggedConflict conflict)
    {
        if (conflict is not { Loser: { } loser, Winner: { } winner })
        {
            return [("(the row)", conflict.Loser ?? "deleted", conflict.Winner ?? "deleted")];
        }

        var stayed = JsonSerializer.Deserialize(winner, JsonContext.Default.DictionaryStringJsonElement)!;
        return JsonSerializer.Deserialize(loser, JsonContext.Default.DictionaryStringJsonElement)!
            .Where(lost => !JsonElement.DeepEquals(lost.Value, stayed[lost.Key]))
            .Select(lost => (lost.Key, lost.Value.ToString(), stayed[lost.Key].ToString()));
    }
}
