namespace SyncGen.Sqlite.Crashes.Tests.Truth;

/// <summary>What the rows must be, by what the writers of one store reported.</summary>
internal sealed class Ledger(int seed, Store store)
{
    private readonly SortedDictionary<RowKey, long> _shared = [];
    private int _last;

    /// <summary>The rows that only this store writes, as they must be there.</summary>
    public SortedDictionary<RowKey, long> Rows { get; } = [];

    public int Committed { get; private set; }

    public int RolledBack { get; private set; }

    /// <summary>Takes over what was reported.</summary>
    public void Advance(int last)
    {
        while (_last < last)
        {
            var transaction = Transaction.Of(seed, store, ++_last);
            Committed += transaction.IsRolledBack ? 0 : 1;
            RolledBack += transaction.IsRolledBack ? 1 : 0;
            foreach (var write in transaction.IsRolledBack ? [] : transaction.Writes)
            {
                Apply(write, write.Key.IsShared ? _shared : Rows);
            }
        }
    }

    /// <summary>
    /// Compares a store with what its writers reported. The last transaction may have been committed without being
    /// reported; answers whether it was.
    /// </summary>
    /// <exception cref="CrashException">The store holds something else.</exception>
    public bool Require(SortedDictionary<RowKey, long> actual)
    {
        var own = actual.Where(row => row.Key.BelongsTo(store)).ToList();
        if (own.SequenceEqual(Rows))
        {
            return false;
        }

        var next = Transaction.Of(seed, store, _last + 1);
        var further = new SortedDictionary<RowKey, long>(Rows);
        foreach (var write in next.Writes.Where(write => !write.Key.IsShared))
        {
            Apply(write, further);
        }

        return !next.IsRolledBack && own.SequenceEqual(further) ? true : throw new CrashException(
            $"{store} does not hold what its writers committed in {_last} transactions, nor with one more ({(next.IsRolledBack ? "rolled back" : "committed")}): "
            + Difference(Rows, own));
    }

    /// <summary>Whether a row that several stores write may be as it is: as this one wrote it last.</summary>
    public bool WroteLast(RowKey key, long write) => _shared.TryGetValue(key, out var last) && last == write;

    /// <summary>The first few differences.</summary>
    public static string Difference(IEnumerable<KeyValuePair<RowKey, long>> expected, IEnumerable<KeyValuePair<RowKey, long>> actual)
    {
        var (there, here) = (expected.ToDictionary(), actual.ToDictionary());
        var lines = there.Keys.Union(here.Keys).Order()
            .Where(key => there.GetValueOrDefault(key, -1) != here.GetValueOrDefault(key, -1))
            .Select(key => $"{key} is {Text(here, key)}, not {Text(there, key)}").ToList();
        return $"{lines.Count} rows: {string.Join("; ", lines.Take(8))}";
    }

    private static string Text(Dictionary<RowKey, long> rows, RowKey key) => rows.TryGetValue(key, out var write) ? $"of write {write}" : "absent";

    private static void Apply(RowWrite write, SortedDictionary<RowKey, long> rows)
    {
        if (write.Write is { } number)
        {
            rows[write.Key] = number;
            return;
        }

        rows.Remove(write.Key);
        for (var slip = 0; !write.Key.IsSlip && slip < 10; slip++)
        {
            rows.Remove(new RowKey(true, (write.Key.Id * 10) + slip));
        }
    }
}
