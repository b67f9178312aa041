using System.Collections.Concurrent;
using System.Globalization;
using SyncGen.Providers.Specification.Stores;

namespace SyncGen.Providers.Specification;

/// <summary>What programs wrote in a run, and whether all of it is accounted for.</summary>
/// <param name="seed">What the writers' choices grow from.</param>
/// <param name="seconds">How long they write at least.</param>
/// <param name="commitsMin">How many transactions they commit at least, on a busy machine too, within a minute more.</param>
internal sealed class WriterRun(int seed, int seconds, int commitsMin)
{
    private const int PatienceSeconds = 60;
    private const string Conflicts = "SELECT loser_row FROM syncgen_latest_conflict WHERE loser_row IS NOT NULL";

    // Content to the key that it was written for; and contents that a program saw when it wrote over them.
    private readonly ConcurrentDictionary<string, int> _written = new();
    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private int _committed;
    private int _rolledBack;

    public int Seed { get; } = seed;

    public int Seconds { get; } = seconds;

    public int CommitsMin { get; } = commitsMin;

    public int Committed => _committed;

    public int RolledBack => _rolledBack;

    /// <summary>Whether programs have written for long enough.</summary>
    public bool IsOver(TimeSpan elapsed) =>
        elapsed.TotalSeconds >= Seconds && (_committed >= CommitsMin || elapsed.TotalSeconds >= Seconds + PatienceSeconds);

    public void CountRollback() => Interlocked.Increment(ref _rolledBack);

    /// <summary>Notes what a transaction wrote that was committed: content by key, null for a deletion, and the content that was there before.</summary>
    public void Commit(IEnumerable<(int Id, string? Before, string? After)> writes)
    {
        Interlocked.Increment(ref _committed);
        foreach (var (id, before, after) in writes)
        {
            if (after is not null)
            {
                _written[after] = id;
            }

            if (before is not null)
            {
                _seen[before] = true;
            }
        }
    }

    /// <summary>
    /// Every content that a program committed is there in the end, or a program saw it when it wrote over it, or it is in a
    /// conflict log; and there is nothing that no program committed.
    /// </summary>
    public async Task RequireAllAccountedForAsync(StorePair pair)
    {
        var rows = (await pair.Hub.RowsAsync("""SELECT "Id", "Code" FROM "Entry" """)).Select(row => row.Split('|')).ToList();
        Assert.All(rows, row => Assert.Equal(row[0], _written[row[1]].ToString(CultureInfo.InvariantCulture)));

        var logs = string.Join('\n', [.. await pair.Hub.RowsAsync(Conflicts), .. await pair.Client.RowsAsync(Conflicts)]);
        var there = rows.Select(row => row[1]).ToHashSet(StringComparer.Ordinal);
        var lost = _written.Keys.Where(code => !there.Contains(code) && !_seen.ContainsKey(code) && !logs.Contains(code, StringComparison.Ordinal));
        Assert.Empty(lost);
    }
}
