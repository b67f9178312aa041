using System.Text.Json;
using QuickStart.Data;
using Spectre.Console;
using SyncGen;

namespace QuickStart.Output;

/// <summary>Shows the conflicts of a session, and what the conflict log keeps of them.</summary>
internal static class ConflictView
{
    public static void Show(SyncResult result, Database hub)
    {
        foreach (var note in result.Notes)
        {
            Console.WriteLine($"{note.Table} {note.Key}: {note.Message}");
        }

        var table = new Table { Title = new TableTitle("The conflict log of the hub"), ShowRowSeparators = true };
        table.AddColumns("Table", "Column", "Lost", "Stayed");
        var log = hub.Query($"SELECT table_name, loser_row, winner_row FROM \"syncgen_field-service_conflict\" ORDER BY id");
        foreach (var entry in log)
        {
            using var loser = JsonDocument.Parse((string)entry[1]);
            using var winner = JsonDocument.Parse((string)entry[2]);
            foreach (var column in loser.RootElement.EnumerateObject())
            {
                var stayed = winner.RootElement.GetProperty(column.Name);
                if (!JsonElement.DeepEquals(column.Value, stayed))
                {
                    table.AddRow(new Text((string)entry[0]), new Text(column.Name), new Text(column.Value.ToString()), new Text(stayed.ToString()));
                }
            }
        }

        AnsiConsole.Write(table);
    }
}
