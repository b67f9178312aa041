using System.Globalization;
using System.Text;

namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>
/// The quoted names of what SyncGen keeps in a database: all begin with <c>syncgen_</c> and the scope's name. MySQL takes
/// names of 64 characters, so that those of more bytes end with a hash of the whole; the runtime knows the same rule.
/// </summary>
internal static class MySqlNames
{
    private const int BytesMax = 64;

    private const int HashCharacters = 8;

    public static string OfScope(string scope, string part) => Name($"syncgen_{scope}_{part}");

    public static string OfTable(string scope, string table, string part) => Name($"syncgen_{scope}_{table}_{part}");

    /// <summary>The quoted name, shortened where it must be.</summary>
    public static string Name(string name) => MySqlIdentifier.Quote(Bound(name));

    private static string Bound(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length <= BytesMax)
        {
            return name;
        }

        var room = BytesMax - HashCharacters - 1;
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
