using System.Text;

namespace SyncGen.Sqlite.Histories.Tests.Stores;

/// <summary>Writes out a database, but for what may differ after a batch was applied once more.</summary>
internal static class DatabaseDump
{
    public static string Of(Database database, StoreNames names)
    {
        var text = new StringBuilder();
        foreach (var table in database.Rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").Select(row => (string)row[0]!))
        {
            var quoted = $"\"{table}\"";
            var columns = database.Rows($"SELECT name FROM pragma_table_info('{table}')").Select(row => (string)row[0]!)
                .Where(column => !MayDiffer(quoted, column, names)).ToList();
            var list = string.Join(", ", columns.Select(column => $"\"{column}\""));
            text.Append(table).Append('\n');
            foreach (var row in database.Rows($"SELECT {list} FROM {quoted} ORDER BY {list}"))
            {
                text.AppendJoin('|', row.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value)).Append('\n');
            }
        }

        return text.ToString();
    }

    // A tick may be given to what is then not stored; a row in quarantine counts how often it was tried.
    private static bool MayDiffer(string table, string column, StoreNames names) =>
        table == names.State && column == "tick"
        || table == names.Quarantine && column is "id" or "attempts" or "first_attempt" or "last_attempt";
}
