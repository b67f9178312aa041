using System.Globalization;

namespace SyncGen;

/// <summary>What travelled one way, and what became of it at the store that received it.</summary>
public sealed class SyncTransfer
{
    internal SyncTransfer(long rows, long bytes, long batches, TimeSpan duration, IReadOnlyList<SyncTableResult> tables)
    {
        Rows = rows;
        Bytes = bytes;
        Batches = batches;
        Duration = duration;
        Tables = tables;
        Total = tables.Aggregate(new SyncTableResult(""), (sum, table) => sum.Plus(table));
    }

    /// <summary>Rows that travelled.</summary>
    public long Rows { get; }

    /// <summary>Their size, about, in bytes.</summary>
    public long Bytes { get; }

    /// <summary>The batches in which they travelled, empty ones not counted.</summary>
    public long Batches { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>Table by table, those to which nothing happened left out, in the scope's order.</summary>
    public IReadOnlyList<SyncTableResult> Tables { get; }

    /// <summary>The sum over all tables; its table has no name.</summary>
    public SyncTableResult Total { get; }

    /// <summary>Such as <c>120 rows, 34 kB (118 written, 2 deleted)</c>.</summary>
    public override string ToString()
    {
        var parts = new (long Count, string Word)[]
        {
            (Total.Written, "written"), (Total.Deleted, "deleted"), (Total.Evicted, "evicted"), (Total.Skipped, "skipped"),
            (Total.Conflicts, "in conflict"), (Total.Quarantined, "in quarantine"), (Total.Released, "released"),
        };
        var details = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => Number(part.Count) + " " + part.Word));
        var travelled = Rows == 0 ? "nothing" : $"{Number(Rows)} {(Rows == 1 ? "row" : "rows")}, {Size(Bytes)}";
        return details.Length == 0 ? travelled : $"{travelled} ({details})";
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
    };
}
