using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SyncGen.AspNetCore.Uploads;

/// <summary>
/// Hashes of the rows of an upload, 16 bytes each, by which the hub tells a row that comes again, since its answer was lost, from one
/// that was changed since.
/// </summary>
internal sealed class RowHashes
{
    private const int Size = 16;

    private readonly HashSet<UInt128> _before = [];
    private readonly List<UInt128> _now = [];

    /// <param name="before">Those of the upload before, as <see cref="ToBytes"/> gave them.</param>
    public RowHashes(byte[]? before)
    {
        for (var i = 0; i + Size <= (before?.Length ?? 0); i += Size)
        {
            _before.Add(BinaryPrimitives.ReadUInt128BigEndian(before.AsSpan(i)));
        }
    }

    /// <summary>Adds a row; answers whether it came with the upload before.</summary>
    public bool Add(string table, bool isDeleted, string json)
    {
        var hash = BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{(isDeleted ? '-' : '+')}{table}\n{json}")));
        _now.Add(hash);
        return _before.Contains(hash);
    }

    /// <summary>The hashes of the rows that were added.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[_now.Count * Size];
        for (var i = 0; i < _now.Count; i++)
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(i * Size), _now[i]);
        }

        return bytes;
    }
}
