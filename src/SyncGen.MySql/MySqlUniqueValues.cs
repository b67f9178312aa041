using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>How rows of a table get out of the way of each other's unique values.</summary>
internal static class MySqlUniqueValues
{
    /// <summary>What the table allows once, but for its key, where all columns are the model's and plain.</summary>
    public static IReadOnlyList<UniqueTraits> Of(
        SyncTable table, IReadOnlyList<MySqlColumn> columns, IReadOnlyList<MySqlUniqueIndex> indexes)
    {
        var found = new List<UniqueTraits>();
        foreach (var index in indexes.Where(index => index.Columns.Count > 0))
        {
            var ordinals = index.Columns.Select(column => OrdinalOf(table, column)).ToList();
            var free = ordinals.Where(i => i >= table.KeyLength && !table.Columns[i].IsComputed).ToList();
            if (ordinals.TrueForAll(i => i >= 0 && !table.Columns[i].IsComputed) && free.Count > 0)
            {
                var same = ordinals.Select(i => $"{Quote(table, i)} = {MySqlDialect.Instance.Parameter(i)}");
                found.Add(new UniqueTraits(string.Join(" AND ", same), [.. free.SelectMany(i => Parking(table, columns, i))]));
            }
        }

        return found;
    }

    // NULL is never the same as anything. Otherwise a value that no other row has, of a kind that the column may take.
    private static IEnumerable<string> Parking(SyncTable table, IReadOnlyList<MySqlColumn> columns, int ordinal)
    {
        var name = Quote(table, ordinal);
        var live = columns.First(column => column.Name == table.Columns[ordinal].Name);
        if (!live.IsRequired)
        {
            yield return $"{name} = NULL";
            yield break;
        }

        var from = MySqlDialect.Instance.QualifiedName(table);
        yield return live.Type switch
        {
            "char" or "varchar" or "tinytext" or "text" or "mediumtext" or "longtext" => $"{name} = left(sha2(rand(), 224), 30)",
            "uuid" => $"{name} = uuid()",
            "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob" => $"{name} = unhex(left(sha2(rand(), 224), 32))",
            "date" or "datetime" or "timestamp" => $"{name} = (SELECT m FROM (SELECT max({name}) + INTERVAL 1 DAY AS m FROM {from}) AS most)",
            _ => $"{name} = (SELECT m FROM (SELECT max({name}) + 1 AS m FROM {from}) AS most)",
        };
    }

    private static int OrdinalOf(SyncTable table, string column) =>
        table.Columns.Select((candidate, i) => (candidate, i))
            .Where(pair => string.Equals(pair.candidate.Name, column, StringComparison.Ordinal))
            .Select(pair => pair.i).DefaultIfEmpty(-1).First();

    private static string Quote(SyncTable table, int ordinal) => MySqlDialect.Instance.Quote(table.Columns[ordinal].Name);
}
