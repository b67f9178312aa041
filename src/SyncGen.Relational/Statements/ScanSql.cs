using SyncGen.Model;

namespace SyncGen.Relational.Statements;

/// <summary>Reads a whole table in a fixed order, from the start or from behind a row.</summary>
internal sealed class ScanSql
{
    public ScanSql(string select, string order, SyncTable table, RelationalDialect dialect, TableTraits traits)
    {
        First = $"{select} ORDER BY {order}";
        if (traits.Locator is { } locator)
        {
            var byKey = string.Join(" AND ", table.Columns.Take(table.KeyLength)
                .Select((column, i) => $"{dialect.Quote(column.Name)} = {dialect.Parameter(i)}"));
            Locate = $"SELECT {locator} FROM {dialect.QualifiedName(table)} WHERE {byKey}";
            Next = $"{select} WHERE t.{locator} > {dialect.Parameter(0)} ORDER BY {order}";
        }
        else
        {
            var ordinals = Enumerable.Range(0, table.KeyLength).ToArray();
            var keys = ordinals.Select(i => "t." + dialect.Quote(table.Columns[i].Name)).ToList();
            var values = ordinals.Select(dialect.Parameter).ToList();
            Next = $"{select} WHERE {dialect.IsBehind(keys, values)} ORDER BY {order}";
            Portions = new StreamPortions(Next, ordinals);
        }
    }

    /// <summary>Reads rows in the order of their keys.</summary>
    /// <param name="first">From the start.</param>
    /// <param name="next">From behind a key.</param>
    /// <param name="keyLength">How many columns the key has.</param>
    public ScanSql(string first, string next, int keyLength)
    {
        First = first;
        Next = next;
        Portions = new StreamPortions(next, [.. Enumerable.Range(0, keyLength)]);
    }

    /// <summary>From the start.</summary>
    public string First { get; }

    /// <summary>From behind a row. Parameters: its place if there is <see cref="Locate"/>, else its key.</summary>
    public string Next { get; }

    /// <summary>How to read it in portions; null where <see cref="Locate"/> tells places that rows do not show.</summary>
    public StreamPortions? Portions { get; }

    /// <summary>Finds the place of a key; null where the key is the place.</summary>
    public string? Locate { get; }
}
