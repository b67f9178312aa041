using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.PostgreSql;

/// <summary>How rows of a table get out of the way of each other's unique values.</summary>
internal static class PostgreSqlUniqueValues
{
    /// <summary>What the table allows once, but for its key, where all columns are the model's and plain.</summary>
    public static IReadOnlyList<UniqueTraits> Of(
        SyncTable table, IReadOnlyList<PostgreSqlColumn> columns, IReadOnlyList<PostgreSqlUniqueIndex> indexes)
    {
        var found = new List<UniqueTraits>();
        foreach (var index in indexes.Where(index => index.Columns.Count > 0))
        {
            var ordinals = index.Columns.Select(column => OrdinalOf(table, column)).ToList();
            var free = ordinals.Where(i => i >= table.KeyLength && !table.Columns[i].IsComputed).ToList();
            if (ordinals.TrueForAll(i => i >= 0 && !table.Columns[i].IsComputed) && free.Count > 0)
            {
                var same = ordinals.Select(i => $"{Quote(table, i)} = {PostgreSqlDialect.Instance.Parameter(i)}");
                found.Add(new UniqueTraits(string.Join(" AND ", same), [.. free.SelectMany(i => Parking(table, columns, i))]));
            }
        }

        return found;
    }

    // NULL is never the same as anything. Otherwise a value that no other row has, of a kind that the column may take.
    private static IEnumerable<string> Parking(SyncTable table, IReadOnlyList<PostgreSqlColumn> columns, int ordinal)
    {
        var name = Quote(table, ordinal);
        var live = columns.First(column => column.Name == table.Columns[ordinal].Name);
        if (!live.IsRequired)
        {
            yield return $"{name} = NULL";
            yield break;
        }

        var from = PostgreSqlDialect.Instance.QualifiedName(table);
        yield return live.Type switch
        {
            "uuid" => $"{name} = gen_random_uuid()",
            "date" or "smallint" or "integer" or "bigint" or "real" or "double precision" => $"{name} = (SELECT max({name}) + 1 FROM {from})",
            var type when type.StartsWith("numeric", StringComparison.Ordinal) => $"{name} = (SELECT max({name}) + 1 FROM {from})",
            var type when type.StartsWith("timestamp", StringComparison.Ordinal) => $"{name} = (SELECT max({name}) + interval '1 second' FROM {from})",
            "bytea" => $"{name} = decode(md5(random()::text), 'hex')",
            _ => $"{name} = left(md5(random()::text), 30)",
        };
    }

    private static int OrdinalOf(SyncTable table, string column) =>
        table.Columns.Select((candidate, i) => (candidate, i))
            .Where(pair => string.Equals(pair.candidate.Name, column, StringComparison.Ordinal))
            .Select(pair => pair.i).DefaultIfEmpty(-1).First();

    private static string Quote(SyncTable table, int ordinal) => PostgreSqlDialect.Instance.Quote(table.Columns[ordinal].Name);
}
