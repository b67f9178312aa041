using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>What a store needs to know while it applies rows, and what became of them.</summary>
internal sealed class ApplyContext(SessionSettings settings, Knowledge madeWith, Func<string, object, bool>? refuses)
{
    private readonly Dictionary<string, TableCounts> _counts = [];
    private readonly List<RowNote> _notes = [];

    public SyncSide Side => settings.Side;

    public long Now => settings.Environment.NowMicroseconds;

    public Knowledge MadeWith => madeWith;

    public BatchResult Result => new([.. _counts.Values], _notes);

    public bool Refuses(SyncTable table, object row) => refuses?.Invoke(table.Name, row) ?? false;

    public TableCounts Counts(SyncTable table) =>
        _counts.TryGetValue(table.Name, out var counts) ? counts : _counts[table.Name] = new(table.Name);

    public void Note(RowNote note) => _notes.Add(note);

    public void Refused<TRow>(SyncTable<TRow> table, TRow row)
        where TRow : class
    {
        Counts(table).Quarantined++;
        Note(new(table.Name, RowJson.WriteKey(table, row), SyncErrorCode.ConstraintViolated, "The store refused the row."));
    }

    public void Stored(SyncTable table, bool isDeleted)
    {
        if (isDeleted)
        {
            Counts(table).Deleted++;
        }
        else
        {
            Counts(table).Written++;
        }
    }
}
