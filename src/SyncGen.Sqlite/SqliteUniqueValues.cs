using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.Sqlite;

/// <summary>How rows of a table get out of the way of each other's unique values.</summary>
internal static class SqliteUniqueValues
{
    /// <summary>What the table allows once, but for its key, where all columns are the model's and plain.</summary>
    public static IReadOnlyList<UniqueTraits> Of(
        SyncTable table, IReadOnlyList<SqliteColumn> columns, IReadOnlyList<SqliteUniqueIndex> indexes)
    {
        var found = new List<UniqueTraits>();
        foreach (var index in indexes.Where(index => index.IsPlain))
        {
            var ordinals = index.Columns.Select(column => OrdinalOf(table, column.Name!)).ToList();
            var free = ordinals.Where(i => i >= table.KeyLength && !table.Columns[i].IsComputed).ToList();
            if (ordinals.TrueForAll(i => i >= 0 && !table.Columns[i].IsComputed) && free.Count > 0)
            {
                var same = ordinals.Zip(index.Columns, (i, column) =>
                    $"{Quote(table, i)} = {SqliteDialect.Instance.Parameter(i)} COLLATE {SqliteDialect.Instance.Quote(column.Collation)}");
                found.Add(new UniqueTraits(string.Join(" AND ", same), [.. free.SelectMany(i => Parking(table, columns, i))]));
            }
        }

        return found;
    }

    // NULL is never the same as anything. Otherwise a value that no other row has, of a kind that the column may take.
    private static IEnumerable<string> Parking(SyncTable table, IReadOnlyList<SqliteColumn> columns, int ordinal)
    {
        var name = Quote(table, ordinal);
        var live = columns.First(column => string.Equals(column.Name, table.Columns[ordinal].Name, StringComparison.OrdinalIgnoreCase));
        if (!live.IsRequired)
        {
            yield return $"{name} = NULL";
        }

        var from = SqliteDialect.Instance.Quote(table.Name);
        yield return $"{name} = (SELECT max({name}) + 1 FROM {from})";
        yield return $"{name} = (SELECT min({name}) - 1 FROM {from})";
        yield return $"{name} = hex(randomblob(16))";
        yield return $"{name} = randomblob(16)";
    }

    private static int OrdinalOf(SyncTable table, string column) =>
        table.Columns.Select((candidate, i) => (candidate, i))
            .Where(pair => string.Equals(pair.candidate.Name, column, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.i).DefaultIfEmpty(-1).First();

    private static string Quote(SyncTable table, int ordinal) => SqliteDialect.Instance.Quote(table.Columns[ordinal].Name);
}
