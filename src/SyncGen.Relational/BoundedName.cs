using System.Globalization;
using System.Text;

namespace SyncGen.Relational;

/// <summary>
/// Names that fit a database which cuts long ones: as much as there is room for, and a hash of the whole name, so that names
/// which differ only at their ends stay apart. The generator emits the same.
/// </summary>
internal static class BoundedName
{
    private const int HashCharacters = 8;

    /// <summary>The name, or its bounded form if it is longer than so many bytes of UTF-8.</summary>
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
    private static uint Hash(byte[] bytes)
    {
        var hash = 2166136261u;
        foreach (var value in bytes)
        {
            hash = unchecked((hash ^ value) * 16777619u);
        }

        return hash;
    }
}
