using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>
/// The quoted names of what SyncGen keeps in a database: all begin with <c>syncgen_</c> and the scope's name. SQL Server takes
/// names of 128 characters; those of more bytes end with a hash of the whole.
/// </summary>
internal static class SqlServerNames
{
    private const int BytesMax = 128;

    public static string OfScope(string scope, string part) => Name($"syncgen_{scope}_{part}");

    public static string OfTable(string scope, string table, string part) => Name($"syncgen_{scope}_{table}_{part}");

    /// <summary>The quoted name, shortened where it must be.</summary>
    public static string Name(string name) => SqlServerIdentifier.Quote(BoundedName.Of(name, BytesMax));
}
