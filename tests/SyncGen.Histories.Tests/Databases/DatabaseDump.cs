using System.Text;
using SyncGen.Histories.Tests.Stores;

namespace SyncGen.Histories.Tests.Databases;

/// <summary>Writes out a database, but for what may differ after a batch was applied once more.</summary>
internal static class DatabaseDump
{
    public static string Of(Database database, StoreNames names)
    {
        var text = new StringBuilder();
        foreach (var table in database.Tables().ToList())
        {
            var quoted = $"\"{table}\"";
            var columns = database.ColumnsOf(table).Where(column => !MayDiffer(quoted, column, names)).ToList();
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
