using System.Security.Cryptography;
using System.Text;
using MusicStore.Data;

namespace MusicStore.Proof;

/// <summary>How many rows a table has, and a checksum over all values of all of its columns: by plain SQL, without SyncGen.</summary>
internal sealed record TableDigest(long Rows, string Checksum)
{
    public static TableDigest Of(Database database, TableShape table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0L;
        foreach (var row in database.Query(table.NormalizedRows))
        {
            rows++;
            hash.AppendData(Encoding.UTF8.GetBytes($"{row[0]}\n"));
        }

        return new TableDigest(rows, Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4)));
    }
}
