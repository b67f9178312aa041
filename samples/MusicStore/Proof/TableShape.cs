using MusicStore.Data;

namespace MusicStore.Proof;

/// <summary>A table as the original database declares it.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="NormalizedRows">A query for its rows in the order of the key, each as one text in which equal values look equal.</param>
internal sealed record TableShape(string Name, string NormalizedRows)
{
    public static IReadOnlyList<TableShape> AllOf(Database original) =>
    [
        .. original.Query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").Select(row => Of(original, (string)row[0])),
    ];

    private static TableShape Of(Database original, string table)
    {
        var columns = original.Query($"SELECT name, type, pk FROM pragma_table_info('{table}')").ToList();
        var values = columns.Select(column => Normalized((string)column[0], (string)column[1]));
        var key = columns.Where(column => (long)column[2] > 0).OrderBy(column => (long)column[2]).Select(column => $"[{column[0]}]");
        return new TableShape(table, $"SELECT {string.Join(" || '|' || ", values)} FROM [{table}] ORDER BY {string.Join(", ", key)}");
    }

    /// <summary>SQLite may hold a price as text or number, and a date with or without fractions of a second.</summary>
    private static string Normalized(string column, string type) => type switch
    {
        "DATETIME" => $"quote(strftime('%Y-%m-%d %H:%M:%f', [{column}]))",
        _ when type.StartsWith("NUMERIC", StringComparison.Ordinal) => $"coalesce(printf('%.4f', [{column}]), 'NULL')",
        _ => $"quote([{column}])",
    };
}
