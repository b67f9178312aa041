using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>
/// The quoted names of what SyncGen keeps in a database: all begin with <c>syncgen_</c> and the scope's name. MySQL takes
/// names of 64 characters, so that those of more bytes end with a hash of the whole; the runtime knows the same rule.
/// </summary>
internal static class MySqlNames
{
    private const int BytesMax = 64;

    public static string OfScope(string scope, string part) => Name($"syncgen_{scope}_{part}");

    public static string OfTable(string scope, string table, string part) => Name($"syncgen_{scope}_{table}_{part}");

    /// <summary>The quoted name, shortened where it must be.</summary>
    public static string Name(string name) => MySqlIdentifier.Quote(BoundedName.Of(name, BytesMax));
}
