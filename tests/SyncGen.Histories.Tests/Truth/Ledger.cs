using SyncGen.Conflicts;
using SyncGen.Histories.Tests.Model;
using SyncGen.Histories.Tests.Stores;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Histories.Tests.Truth;

/// <summary>
/// What really happened in a history: which writes there were, and which of them each version of a row has seen. It is
/// kept beside the stores, from what the application did and from what they decided, never from what they know.
/// </summary>
internal sealed class Ledger(Random random, bool hooksFail, List<string> steps)
{
    private readonly Dictionary<(RowKey Key, SyncVersion Version), Lineage> _known = [];
    private readonly Dictionary<(RowKey Key, ReplicaId Replica, long Time), Lineage> _predicted = [];
    private readonly List<Sighting> _sightings = [];
    private readonly HashSet<int> _committed = [];
    private int _last;

    public Random Random => random;

    /// <summary>Whether the application's hook may throw.</summary>
    public bool HooksFail { get; set; } = hooksFail;

    /// <summary>The writes that may be gone: a loser of a recorded conflict, or equal to what stayed.</summary>
    public Lineage Excused { get; private set; } = Lineage.Empty;

    public int Conflicts { get; private set; }

    public int FalseConflicts { get; private set; }

    /// <summary>The first property that did not hold.</summary>
    public HistoryException? Failure { get; private set; }

    /// <summary>The edits that a hub is deciding on; their versions are not known before.</summary>
    public (ReplicaId Hub, IReadOnlyList<EditInHand> Edits)? InHand { get; set; }

    /// <summary>For each batch of edits, what its leaf had seen when it was read.</summary>
    public Handover<EditBatch, IReadOnlyList<EditInHand>> Uploads { get; } = new();

    /// <summary>For each answer, what the hub's rows had seen when it was given.</summary>
    public Handover<UploadAnswer, Dictionary<RowKey, Lineage>> Answers { get; } = new();

    /// <summary>For each download, what the hub held when it was opened.</summary>
    public Handover<ChangeHeader, Dictionary<RowKey, RowView>> Snapshots { get; } = new();

    public int Writes => _committed.Count;

    public int NewWrite() => ++_last;

    public void Commit(int write) => _committed.Add(write);

    /// <summary>Says which stamp a write will have when it is folded.</summary>
    public void Predict(RowKey key, ReplicaId replica, long time, Lineage lineage) => _predicted[(key, replica, time)] = lineage;

    /// <summary>A write that was overwritten before it was folded never gets its stamp.</summary>
    public void Unpredict(RowKey key, ReplicaId replica, long time) => _predicted.Remove((key, replica, time));

    public void Register(RowKey key, SyncVersion version, Lineage lineage) => _known[(key, version)] = lineage;

    /// <summary>Whether the lineage of a version is certain, not only expected of a stamp.</summary>
    public bool Knows(RowKey key, SyncVersion version) => _known.ContainsKey((key, version));

    public void Excuse(Lineage lineage) => Excused = Excused.Union(lineage);

    /// <summary>The lineage of a version that a store holds, and which is certain from now on.</summary>
    public bool TryOf(RowKey key, Stamp stamp, out Lineage lineage)
    {
        var found = TryGlimpse(key, stamp, out lineage);
        if (found)
        {
            _known.TryAdd((key, stamp.Version), lineage);
        }

        return found;
    }

    /// <summary>The lineage of a version that a store holds.</summary>
    public Lineage Of(RowKey key, Stamp stamp) => TryOf(key, stamp, out var lineage)
        ? lineage
        : throw Fail($"{key} has version {stamp.Version} of time {stamp.Time}, which nobody wrote");

    public HistoryException Fail(string message) => Failure ??= new HistoryException(message);

    /// <summary>Notes a conflict that a hook sees.</summary>
    public void See<TRow>(RowKey key, Conflict<TRow> conflict, ConflictOutcome outcome, int? merged)
        where TRow : class =>
        _sightings.Add(new Sighting(
            key,
            conflict.Incoming.Stamp,
            conflict.Local.Stamp,
            Edit(key, conflict.Incoming, fresh: true) ?? Glimpse(key, conflict.Incoming.Stamp),
            Standing(key, conflict.Local.Stamp) ?? Edit(key, conflict.Local, fresh: false) ?? LocalLineage(key, conflict.Local.Stamp),
            outcome,
            merged ?? NewWrite()));

    /// <summary>Takes the conflicts that were committed from a store's log, and forgets those that were not.</summary>
    public void Settle(IEnumerable<LoggedConflict> logged)
    {
        foreach (var entry in logged)
        {
            var sighting = _sightings.FindLast(candidate => candidate.Key == entry.Key && candidate.Outcome == entry.Outcome
                    && (candidate.Incoming == entry.Loser || candidate.Local == entry.Loser))
                ?? throw Fail($"A conflict over {entry.Key} is logged that no hook saw; its loser is {entry.Loser}");
            Excuse(sighting.Incoming == entry.Loser ? sighting.IncomingLineage : sighting.LocalLineage);
            Conflicts++;
            FalseConflicts += sighting.IsConflict ? 0 : 1;
            steps.Add($"    {sighting}");
            if (entry.Winner != sighting.Incoming && entry.Winner != sighting.Local)
            {
                Register(entry.Key, entry.Winner.Version, sighting.Settled);
            }
        }

        _sightings.Clear();
    }

    /// <summary>Every write is in the final rows, or was overwritten by one that had seen it, or lost a conflict.</summary>
    public void RequireNothingLost(Lineage survived)
    {
        var lost = _committed.Where(write => !survived.Contains(write) && !Excused.Contains(write)).Order().ToList();
        if (lost.Count > 0)
        {
            throw Fail($"lost writes {string.Join(' ', lost)}");
        }
    }

    // An edit that came in and stayed a moment ago. A write of the hub's application may have been predicted for the same time.
    private Lineage? Standing(RowKey key, Stamp stamp) => _sightings
        .FindLast(sighting => sighting.Key == key && sighting.Incoming == stamp && sighting.Outcome == ConflictOutcome.Incoming)?.IncomingLineage;

    // In one transaction a row may lose or win more than once: the first outcome is not in the log yet.
    private Lineage LocalLineage(RowKey key, Stamp stamp) =>
        !TryGlimpse(key, stamp, out var lineage) && _sightings.FindLast(sighting => sighting.Key == key) is { } sighting
            ? sighting.Settled
            : lineage ?? Glimpse(key, stamp);

    // What a hook sees may be rolled back, with the fold that gave it its version; that version then becomes another's.
    private bool TryGlimpse(RowKey key, Stamp stamp, out Lineage lineage) =>
        _known.TryGetValue((key, stamp.Version), out lineage!)
        || _predicted.TryGetValue((key, stamp.Version.Replica, stamp.Time), out lineage!);

    private Lineage Glimpse(RowKey key, Stamp stamp) => TryGlimpse(key, stamp, out var lineage)
        ? lineage
        : throw Fail($"{key} has version {stamp.Version} of time {stamp.Time}, which nobody wrote");

    private Lineage? Edit<TRow>(RowKey key, ConflictSide<TRow> side, bool fresh)
        where TRow : class
    {
        if (InHand is not { } hand || side.Stamp.Version.Replica != hand.Hub || !fresh && TryGlimpse(key, side.Stamp, out _))
        {
            return null;
        }

        // Not registered: the store may be about to take back what the hook sees, and give the version to another write.
        int? value = side.IsDeleted ? null : ValueOf(side.Row);
        return hand.Edits.FirstOrDefault(edit => edit.Key == key && edit.Value == value)?.Lineage;
    }

    private static int ValueOf(object row) => row is Item item ? item.Value : ((Child)row).Value;
}
