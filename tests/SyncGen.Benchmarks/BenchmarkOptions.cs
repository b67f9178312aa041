using System.Globalization;

namespace SyncGen.Benchmarks;

/// <summary>What to measure.</summary>
/// <param name="Rows">How many rows the tables hold.</param>
/// <param name="Rounds">How many rounds are counted, after a first one and one more that are not.</param>
/// <param name="Only">Names, or their beginnings, of the benchmarks to run; empty: all.</param>
/// <param name="JournalMode">The journal mode of all databases, on both sides.</param>
/// <param name="Run">The one benchmark to run in this process; null in the process that a person starts.</param>
internal sealed record BenchmarkOptions(int Rows, int Rounds, IReadOnlyList<string> Only, string JournalMode, string? Run)
{
    public const string Usage =
        "Usage: [--rows N] [--rounds N] [--only NAME[,NAME]] [--journal wal|delete]\n"
        + "Load:  [--leaves N] [--rows-each N] [--faults PERCENT] [--seed N]";

    /// <summary>How many leaves load a service at once. Default: 200.</summary>
    public int Leaves { get; init; } = 200;

    /// <summary>How many rows each of them holds before anybody edits. Default: 1,000.</summary>
    public int RowsEach { get; init; } = 1_000;

    /// <summary>How many of a hundred requests meet a fault. Default: 5.</summary>
    public int FaultPercent { get; init; } = 5;

    /// <summary>What edits and faults are drawn from. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The hub's file that this process serves; null: it measures.</summary>
    public string? Serve { get; init; }

    /// <exception cref="FormatException">An option is not known, or its value is not valid.</exception>
    public static BenchmarkOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchmarkOptions(100_000, 5, [], "wal", null);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : throw new FormatException($"{arguments[i]} lacks a value.");
            options = arguments[i] switch
            {
                "--rows" => options with { Rows = Number(value, 10_000) },
                "--rounds" => options with { Rounds = Number(value, 1) },
                "--only" => options with { Only = [.. value.Split(',').Select(Known)] },
                "--journal" when value is "wal" or "delete" => options with { JournalMode = value },
                "--run" => options with { Run = value },
                "--leaves" => options with { Leaves = Number(value, 1) },
                "--rows-each" => options with { RowsEach = Number(value, 1) },
                "--faults" => options with { FaultPercent = Number(value, 0) },
                "--seed" => options with { Seed = Number(value, 0) },
                "--serve" => options with { Serve = value },
                _ => throw new FormatException($"'{arguments[i]} {value}' is no option."),
            };
        }

        return options;
    }

    /// <summary>The arguments that make a child process run one benchmark with these options.</summary>
    public IEnumerable<string> ArgumentsFor(string benchmark) =>
    [
        "--rows", Text(Rows), "--rounds", Text(Rounds),
        "--journal", JournalMode, "--run", benchmark,
        "--leaves", Text(Leaves), "--rows-each", Text(RowsEach), "--faults", Text(FaultPercent), "--seed", Text(Seed),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Known(string only) => BenchmarkList.All.Any(item => item.Name.StartsWith(only, StringComparison.Ordinal))
        ? only
        : throw new FormatException($"No benchmark's name begins with '{only}'.");

    private static int Number(string value, int least) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new FormatException($"'{value}' is no number of at least {least}.");
}
