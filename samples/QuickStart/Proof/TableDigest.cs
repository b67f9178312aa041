using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QuickStart.Data;

namespace QuickStart.Proof;

/// <summary>How many rows a table has, and a checksum over all their values: by plain SQL, without SyncGen.</summary>
internal sealed record TableDigest(long Rows, string Checksum)
{
    public static IReadOnlyList<string> TablesOf(Database database) =>
    [
        .. database.Query($"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'syncgen%' ORDER BY name").Select(row => (string)row[0]),
    ];

    public static TableDigest Of(Database database, string table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0L;
        foreach (var row in database.QueryTable(table))
        {
            rows++;
            foreach (var value in row)
            {
                // With its type and length, so that no two rows can look alike.
                var text = string.Create(CultureInfo.InvariantCulture, $"{value}");
                hash.AppendData(Encoding.UTF8.GetBytes($"{value.GetType().Name} {text.Length} {text}\n"));
            }
        }

        return new TableDigest(rows, Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4)));
    }
}
