using SyncGen.Histories.Tests.Truth;

namespace SyncGen.Histories.Tests.Stores;

/// <summary>A leaf of a history. Its database does not say which versions its rows have: this remembers.</summary>
internal sealed class LeafStore(StoreSetup setup, Ledger ledger, HistoryEnvironment environment, PeerStore hub)
    : HistoryStore(setup, ledger, environment)
{
    private readonly Dictionary<RowKey, Lineage> _seen = [];
    private readonly Dictionary<RowKey, Lineage> _wrote = [];
    private readonly Dictionary<RowKey, (string? Content, Lineage Lineage)> _refused = [];

    public PeerStore Hub => hub;

    /// <summary>A leaf has also seen what it wrote itself, even of rows that it let go of.</summary>
    public override RowView Look(RowKey key)
    {
        var (value, content) = Read(key);
        return new RowView(value, content, Of(_seen, key).Union(Of(_wrote, key)), IsLogged: false);
    }

    public override void Note(RowKey key, RowView before, Lineage lineage, long time) => _seen[key] = _wrote[key] = lineage;

    /// <summary>Whether the application changed the row since the hub last confirmed it.</summary>
    public bool IsEdited(RowKey key) => Database.Number(
        $"SELECT EXISTS (SELECT 1 FROM {Names.Log(key.Table)} WHERE k0 = @p1) OR EXISTS (SELECT 1 FROM {Names.Edit(key.Table)} WHERE k0 = @p1)", KeyOf(key)) != 0;

    public long Edits => StoreNames.Tables.Sum(table =>
        Database.Number($"SELECT (SELECT count(*) FROM {Names.Log(table)}) + (SELECT count(*) FROM {Names.Edit(table)})"));

    /// <summary>Notes that the hub's row came in, if it was taken.</summary>
    public void Took(RowKey key, string? content, Lineage lineage)
    {
        if (Read(key).Content == content)
        {
            _seen[key] = lineage;
            _refused.Remove(key);
        }
        else
        {
            _refused[key] = (content, lineage);
        }
    }

    /// <summary>The hub holds a tombstone, and this store no row: that needs no message, but it is seen.</summary>
    public void SawNothing(RowKey key, Lineage lineage)
    {
        if (!IsEdited(key) && Read(key).Value is null)
        {
            _seen[key] = Of(_seen, key).Union(lineage);
        }
    }

    /// <summary>Notes which of the rows that were refused have been taken since.</summary>
    public void Retried()
    {
        var waiting = Waiting().Select(row => row.Key).ToHashSet();
        foreach (var (key, (content, lineage)) in _refused.ToList())
        {
            if (!waiting.Contains(key))
            {
                _refused.Remove(key);
                if (!IsEdited(key) && Read(key).Content == content)
                {
                    _seen[key] = lineage;
                }
            }
        }
    }

    private static Lineage Of(Dictionary<RowKey, Lineage> lineages, RowKey key) => lineages.GetValueOrDefault(key, Lineage.Empty);
}
