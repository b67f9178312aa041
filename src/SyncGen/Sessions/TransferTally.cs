using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>Adds up what travels one way.</summary>
internal sealed class TransferTally
{
    private readonly Dictionary<string, SyncTableResult> _tables = new(StringComparer.Ordinal);

    public long Rows { get; private set; }

    public long Bytes { get; private set; }

    public long Batches { get; private set; }

    public TimeSpan Duration { get; set; }

    public void AddBatch(int rows, long bytes)
    {
        Rows += rows;
        Bytes += bytes;
        Batches += rows > 0 ? 1 : 0;
    }

    public void Add(BatchResult result)
    {
        foreach (var counts in result.Tables)
        {
            Add(SyncTableResult.From(counts));
        }
    }

    public void Add(SyncTransfer other)
    {
        Rows += other.Rows;
        Bytes += other.Bytes;
        Batches += other.Batches;
        Duration += other.Duration;
        foreach (var table in other.Tables)
        {
            Add(table);
        }
    }

    public SyncTransfer ToTransfer(SyncScope scope) => new(Rows, Bytes, Batches, Duration,
    [
        .. scope.Tables
            .Select(table => _tables.GetValueOrDefault(table.Name))
            .OfType<SyncTableResult>()
            .Where(result => result != new SyncTableResult(result.Table)),
    ]);

    private void Add(SyncTableResult result) =>
        _tables[result.Table] = _tables.TryGetValue(result.Table, out var sum) ? sum.Plus(result) : result;
}
