using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Relational.Sessions;

/// <summary>
/// One attempt to apply a batch in a transaction: what is known while it runs, and what it finds. When the attempt must
/// be repeated without some of its rows, a new one starts from nothing but the rows to leave out.
/// </summary>
internal sealed class BatchAttempt(IReadOnlyDictionary<RowPosition, WriteOutcome> excluded)
{
    private readonly Dictionary<string, TableCounts> _counts = new(StringComparer.Ordinal);
    private readonly List<RowNote> _notes = [];

    /// <summary>What this store knows, as of the start of the transaction.</summary>
    public Knowledge Own { get; set; } = new();

    /// <summary>Whether the rows come from a scan of whole tables, so that most are new here.</summary>
    public bool IsScan { get; set; }

    /// <summary>
    /// Whether rows are still to come: in a later batch, out of quarantine, or later in this attempt. Until then no row is
    /// deleted that would take others along.
    /// </summary>
    public bool IsPartial { get; set; }

    /// <summary>
    /// Where this store starts again: its tick when it began. What it held then and the partner neither sends nor lacks
    /// knowledge of is removed in the end. Null: it does not.
    /// </summary>
    public long? ReloadedFrom { get; set; }

    /// <summary>Whether rows wait in quarantine, so that each row that comes in must be held against them.</summary>
    public bool HasQuarantine { get; set; }

    /// <summary>Versions that were missing from what this store knows, and are not any more.</summary>
    public HashSet<SyncVersion> Learned { get; } = [];

    /// <summary>
    /// Notes that a version is known now. All rows that were there when their store was provisioned share its first tick: to
    /// have one of them says nothing of the others, so that only a source that knows them all makes their version known.
    /// </summary>
    public void Learn(SyncVersion version)
    {
        if (version.Tick > StoreState.FirstTick && Own.Missing.Count > 0 && Own.Missing.Contains(version))
        {
            Learned.Add(version);
        }
    }

    /// <summary>What was found.</summary>
    public BatchResult Result => IsStale ? BatchResult.Stale : new([.. _counts.Values], _notes);

    /// <summary>The row that is being decided, for a trigger that rolls the whole transaction back on its account.</summary>
    public RowPosition? At { get; set; }

    /// <summary>Rows that were written on an expectation that did not come true: the attempt must be repeated without them.</summary>
    public Dictionary<RowPosition, WriteOutcome> GivenUp { get; } = [];

    /// <summary>
    /// Whether nothing is known that speaks against writing many rows at once: none was refused yet, none waits, and none is
    /// to be held against what this store had before it started again.
    /// </summary>
    public bool TakesSets => excluded.Count == 0 && !HasQuarantine && ReloadedFrom is null;

    /// <summary>
    /// Whether rows that were inserted before anything was known turned out to need deciding over: all is taken back then, and
    /// the batch is applied in the ordinary way.
    /// </summary>
    public bool IsMistaken { get; set; }

    /// <summary>Whether another session has moved the store on since the batch was read, so that nothing of it may be applied.</summary>
    public bool IsStale { get; set; }

    /// <summary>Why a row is left out of this attempt; null if it is not.</summary>
    public WriteOutcome? ExclusionOf(RowPosition position) =>
        excluded.TryGetValue(position, out var outcome) ? outcome : null;

    /// <summary>The counts of a table.</summary>
    public TableCounts CountsOf(string table)
    {
        if (!_counts.TryGetValue(table, out var counts))
        {
            counts = new TableCounts(table);
            _counts.Add(table, counts);
        }

        return counts;
    }

    /// <summary>Notes that a row went into quarantine: from here on rows are held against it, and it is still to come.</summary>
    public void Quarantined(string table, string key, WriteOutcome refusal)
    {
        HasQuarantine = true;
        IsPartial = true;
        CountsOf(table).Quarantined++;
        Note(new RowNote(table, key, refusal.Refusal, refusal.Reason ?? ""));
    }

    /// <summary>Notes that a row was rejected: a conflict that is settled for this store.</summary>
    public void Rejected(string table, string key, WriteOutcome refusal)
    {
        CountsOf(table).Conflicts++;
        Note(new RowNote(table, key, refusal.Refusal, refusal.Reason ?? ""));
    }

    /// <summary>Notes a conflict or a refusal.</summary>
    public void Note(RowNote note) => _notes.Add(note);
}
