using SyncGen.Sqlite.Tests.Stores;

namespace SyncGen.Sqlite.Tests.Values;

/// <summary>What a table holds, kind and bytes of each value, so that equal lists are equal rows.</summary>
internal static class Stored
{
    public static IReadOnlyList<string> Of(Database database, string table, params string[] columns) =>
        database.Rows($"SELECT {string.Join(" || ',' || ", columns.Select(Form))} FROM {table} ORDER BY 1");

    // Long values by their length and what surrounds it: they are the same byte all over.
    private static string Form(string column) => $"""
        CASE WHEN {column} IS NULL THEN 'NULL'
        WHEN octet_length({column}) > 1000 THEN typeof({column}) || ' of ' || octet_length({column}) || ' ' || hex(substr({column}, 1, 9)) || (ltrim(CAST({column} AS TEXT), 'x') = '')
        WHEN typeof({column}) IN ('text', 'blob') THEN typeof({column}) || ' ' || hex({column})
        ELSE typeof({column}) || ' ' || format('%!.17g', {column}) || ' ' || {column} END
        """;
}
