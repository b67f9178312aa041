namespace SyncGen.Sqlite.Tests.Stores;

/// <summary>All that a database holds, as text: its schema and every value of every row, such that equal dumps are equal databases.</summary>
internal static class Dump
{
    public static string Of(Database database, bool withTracking = true)
    {
        var lines = new List<string>();
        var filter = withTracking ? "1" : "substr(name, 1, 8) <> 'syncgen_' AND substr(name, 1, 25) <> 'sqlite_autoindex_syncgen_'";
        lines.AddRange(database.Rows($"SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE {filter} ORDER BY type, name"));
        foreach (var table in database.Rows($"SELECT name FROM sqlite_schema WHERE type = 'table' AND {filter} ORDER BY name"))
        {
            var columns = database.Rows($"SELECT quote(name) FROM pragma_table_xinfo('{table.Replace("'", "''", StringComparison.Ordinal)}') ORDER BY cid")
                .Select(name => $"quote(\"{name[1..^1].Replace("''", "'", StringComparison.Ordinal).Replace("\"", "\"\"", StringComparison.Ordinal)}\")").ToList();
            var rows = database.Rows($"SELECT {string.Join(" || ',' || ", columns)} FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\" ORDER BY 1");
            lines.AddRange(rows.Select(row => $"{table}: {row}"));
        }

        return string.Join('\n', lines);
    }
}
