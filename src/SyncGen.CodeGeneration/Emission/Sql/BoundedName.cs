using System.Globalization;
using System.Text;

namespace SyncGen.CodeGeneration.Emission.Sql;

/// <summary>Names that a database takes whole: those that are too long end with a hash of the whole. The runtime knows the same rule.</summary>
internal static class BoundedName
{
    private const int HashCharacters = 8;

    /// <summary>The name, shortened where it must be.</summary>
    /// <param name="name">The name, unquoted.</param>
    /// <param name="bytesMax">How many bytes of UTF-8 the database takes.</param>
    public static string Of(string name, int bytesMax)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length <= bytesMax)
        {
            return name;
        }

        var room = bytesMax - HashCharacters - 1;
        // A character that begins within the room and ends beyond it does not fit.
        while ((bytes[room] & 0xC0) == 0x80)
        {
            room--;
        }

        return $"{Encoding.UTF8.GetString(bytes, 0, room)}_{Hash(bytes).ToString("x8", CultureInfo.InvariantCulture)}";
    }

    /// <summary>FNV-1a, 32 bits.</summary>
    private static uint Hash(byte[] bytes) => bytes.Aggregate(2166136261u, (hash, value) => unchecked((hash ^ value) * 16777619u));
}
