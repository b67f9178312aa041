using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>
/// The quoted names of what SyncGen keeps in a database: all begin with <c>syncgen_</c> and the scope's name. PostgreSQL cuts
/// names at 63 bytes, so that longer ones end with a hash of the whole; the runtime knows the same rule.
/// </summary>
internal static class PostgreSqlNames
{
    private const int BytesMax = 63;

    public static string OfScope(string scope, string part) => Name($"syncgen_{scope}_{part}");

    public static string OfTable(string scope, string table, string part) => Name($"syncgen_{scope}_{table}_{part}");

    /// <summary>The quoted name, shortened where it must be.</summary>
    public static string Name(string name) => PostgreSqlIdentifier.Quote(BoundedName.Of(name, BytesMax));
}
