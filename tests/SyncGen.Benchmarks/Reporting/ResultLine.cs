using System.Globalization;
using System.Text.Json;
using SyncGen.Benchmarks.Measuring;

namespace SyncGen.Benchmarks.Reporting;

/// <summary>A line of the table, as text: what a child process hands to its parent.</summary>
internal sealed record ResultLine
{
    private const string Mark = "RESULT ";

    public required string Work { get; init; }

    public required string Against { get; init; }

    public required string Target { get; init; }

    public required string Median { get; init; }

    public string Least { get; init; } = "";

    public string Greatest { get; init; } = "";

    /// <summary>The same by processor time.</summary>
    public string Processor { get; init; } = "";

    /// <summary>The first round of the process.</summary>
    public string Cold { get; init; } = "";

    /// <summary>The medians of the times themselves.</summary>
    public string Times { get; init; } = "";

    public string Met { get; init; } = "";

    public static ResultLine Of(string work, string against, double? target, Round cold, IReadOnlyList<Round> rounds)
    {
        var ratio = MedianOf(rounds.Select(round => round.Ratio));
        return new ResultLine
        {
            Work = work,
            Against = against,
            Target = target is { } most ? Ratio(most) : "",
            Median = Ratio(ratio),
            Least = Ratio(rounds.Min(round => round.Ratio)),
            Greatest = Ratio(rounds.Max(round => round.Ratio)),
            Processor = Ratio(MedianOf(rounds.Select(round => round.ProcessorRatio))),
            Cold = Ratio(cold.Ratio),
            Times = $"{Time(MedianOf(rounds.Select(round => round.Work.Seconds)))} : {Time(MedianOf(rounds.Select(round => round.Against.Seconds)))}",
            Met = target is null ? "" : ratio <= target ? "yes" : "NO",
        };
    }

    public string ToMessage() => Mark + JsonSerializer.Serialize(this);

    /// <summary>The line in what a child process printed.</summary>
    public static ResultLine? FromMessage(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) ? JsonSerializer.Deserialize<ResultLine>(line[Mark.Length..]) : null;

    public static string Time(double seconds) => seconds switch
    {
        >= 1 => seconds.ToString("0.00 s", CultureInfo.InvariantCulture),
        _ => (seconds * 1000).ToString("0.0 ms", CultureInfo.InvariantCulture),
    };

    private static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Small ratios as fractions: <c>1/50</c>.</summary>
    private static string Ratio(double ratio) => ratio < 0.2
        ? string.Create(CultureInfo.InvariantCulture, $"1/{1 / ratio:0}")
        : ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
