using SyncGen.Histories.Tests.Databases;
using SyncGen.Histories.Tests.Model;

namespace SyncGen.Histories.Tests.Runs;

/// <summary>What kind of history a seed stands for.</summary>
internal sealed record HistoryPlan
{
    private static readonly int s_kinds = Enum.GetValues<DatabaseKind>().Length;
    private static readonly int[] s_batchBytes = [1, 100, 400, 1 << 20];

    public required int Seed { get; init; }

    public required Policy Policy { get; init; }

    public required Topology Topology { get; init; }

    public required int Peers { get; init; }

    public required int Leaves { get; init; }

    public required int Steps { get; init; }

    public required int BatchBytesMax { get; init; }

    /// <summary>In which databases the stores are, peers first; none is said where all are SQLite files.</summary>
    public IReadOnlyList<DatabaseKind> Kinds
    {
        get => field ?? [.. Enumerable.Repeat(DatabaseKind.Sqlite, Peers + Leaves)];
        init;
    }

    /// <summary>Whether sessions break off.</summary>
    public required bool Breaks { get; init; }

    /// <summary>Whether some stores refuse some rows for a time.</summary>
    public required bool Refuses { get; init; }

    /// <summary>Whether some stores want a column to be unique for a time.</summary>
    public required bool IsUnique { get; init; }

    /// <summary>Whether there is a second table that refers to the first.</summary>
    public required bool HasChildren { get; init; }

    /// <summary>Whether applications write during sessions.</summary>
    public required bool IsBusy { get; init; }

    /// <summary>Whether each batch is applied twice.</summary>
    public required bool Replays { get; init; }

    /// <summary>Whether stores have rows before they are provisioned.</summary>
    public required bool StartsFull { get; init; }

    /// <summary>Whether every session goes up and then down.</summary>
    public required bool IsInOrder { get; init; }

    /// <summary>Whether the second of two stores that meet is behind HTTP.</summary>
    public bool IsOverHttp { get; init; }

    /// <summary>
    /// Whether every reported conflict must be one. A session that breaks off, a row that is refused, and a leaf that
    /// takes the hub's row from an answer without reading on to where the hub is, may leave a store knowing less than it has seen.
    /// So may a row that was written while the session ran, and went out in its newer state from a store without snapshots.
    /// </summary>
    public bool IsExact => !Breaks && IsAccepted && !IsBusy && (Leaves == 0 || IsInOrder);

    /// <summary>Whether every row can be stored wherever it goes.</summary>
    public bool IsAccepted => !Refuses && !IsUnique && !HasChildren;

    public IReadOnlyList<(int Client, int Server)> Pairs => Topology switch
    {
        Topology.Hub => [.. Enumerable.Range(1, Peers - 1).Select(i => (i, 0))],
        Topology.Ring => [.. Enumerable.Range(0, Peers == 2 ? 1 : Peers).Select(i => (i, (i + 1) % Peers))],
        Topology.Line => [.. Enumerable.Range(0, Peers - 1).Select(i => (i, i + 1))],
        _ => [.. from i in Enumerable.Range(0, Peers) from j in Enumerable.Range(0, i) select (i, j)],
    };

    public static HistoryPlan Of(int seed)
    {
        var random = new Random(seed);
        return new HistoryPlan
        {
            Seed = seed,
            Policy = Policy.All[random.Next(Policy.All.Count)],
            Topology = (Topology)random.Next(4),
            Peers = random.Next(2, 7),
            Leaves = random.Next(3) switch { 0 => 0, 1 => 1, _ => 3 },
            Steps = random.Next(15, 90),
            BatchBytesMax = s_batchBytes[random.Next(s_batchBytes.Length)],
            Breaks = random.Next(2) == 0,
            Refuses = random.Next(4) == 0,
            IsUnique = random.Next(6) == 0,
            HasChildren = random.Next(4) == 0,
            IsBusy = random.Next(3) == 0,
            Replays = random.Next(5) == 0,
            StartsFull = random.Next(5) == 0,
            IsInOrder = random.Next(2) == 0,
        };
    }

    /// <summary>The same history in databases of at least two kinds.</summary>
    public static HistoryPlan Mixed(int seed)
    {
        var plan = Of(seed);
        var random = new Random(seed ^ 0x0DB5);
        var kinds = Enumerable.Range(0, plan.Peers + plan.Leaves).Select(_ => (DatabaseKind)random.Next(s_kinds)).ToArray();
        if (kinds.Distinct().Count() == 1)
        {
            kinds[^1] = (DatabaseKind)(((int)kinds[^1] + random.Next(1, s_kinds)) % s_kinds);
        }

        return plan with { Kinds = kinds };
    }

    /// <summary>The same history, but stores meet over HTTP.</summary>
    public static HistoryPlan OverHttp(int seed) => Of(seed) with { IsOverHttp = true };

    /// <summary>The same, in databases of at least two kinds.</summary>
    public static HistoryPlan MixedOverHttp(int seed) => Mixed(seed) with { IsOverHttp = true };

    public override string ToString() =>
        $"seed {Seed}: {Policy.Name}, {Topology} of {Peers}, {Leaves} leaves, {Steps} steps, batches of {BatchBytesMax}"
        + (Breaks ? ", breaks" : "") + (Refuses ? ", refusals" : "") + (IsUnique ? ", unique slots" : "")
        + (HasChildren ? ", children" : "") + (IsBusy ? ", busy" : "") + (Replays ? ", replays" : "") + (StartsFull ? ", full" : "") + (IsInOrder ? ", in order" : "") + (IsOverHttp ? ", over HTTP" : "")
        + $"; in {string.Join(", ", Kinds)}";
}
