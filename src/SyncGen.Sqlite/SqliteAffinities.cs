namespace SyncGen.Sqlite;

/// <summary>Finds a column's affinity by the words of its declared type: https://www.sqlite.org/datatype3.html, 3.1.</summary>
internal static class SqliteAffinities
{
    public static SqliteAffinity Of(string type, bool isStrict)
    {
        bool Has(string word) => type.Contains(word, StringComparison.OrdinalIgnoreCase);
        if (Has("INT"))
        {
            return SqliteAffinity.Number;
        }

        if (Has("CHAR") || Has("CLOB") || Has("TEXT"))
        {
            return SqliteAffinity.Text;
        }

        if (type.Length == 0 || Has("BLOB") || isStrict && type.Equals("ANY", StringComparison.OrdinalIgnoreCase))
        {
            return SqliteAffinity.None;
        }

        return Has("REAL") || Has("FLOA") || Has("DOUB") ? SqliteAffinity.Real : SqliteAffinity.Number;
    }
}
