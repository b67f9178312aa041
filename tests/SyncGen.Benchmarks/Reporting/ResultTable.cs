namespace SyncGen.Benchmarks.Reporting;

/// <summary>Prints lines as a table that is also Markdown.</summary>
internal static class ResultTable
{
    private static readonly (string Title, Func<ResultLine, string> Cell)[] s_columns =
    [
        ("work", line => line.Work),
        ("against", line => line.Against),
        ("at most", line => line.Target),
        ("median", line => line.Median),
        ("least", line => line.Least),
        ("greatest", line => line.Greatest),
        ("by processor time", line => line.Processor),
        ("first, cold", line => line.Cold),
        ("times", line => line.Times),
        ("met", line => line.Met),
    ];

    public static void Print(IReadOnlyList<ResultLine> lines, TextWriter output)
    {
        var widths = s_columns
            .Select(column => Math.Max(column.Title.Length, lines.Max(line => column.Cell(line).Length)))
            .ToList();
        Row(s_columns.Select(column => column.Title));
        Row(widths.Select(width => new string('-', width)));
        foreach (var line in lines)
        {
            Row(s_columns.Select(column => column.Cell(line)));
        }

        void Row(IEnumerable<string> cells) =>
            output.WriteLine($"| {string.Join(" | ", cells.Select((cell, i) => cell.PadRight(widths[i])))} |");
    }
}
