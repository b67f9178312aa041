namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>The quoted names of what SyncGen keeps in a database: all begin with <c>syncgen_</c> and the scope's name.</summary>
internal static class SqliteNames
{
    public static string OfScope(string scope, string part) => SqliteIdentifier.Quote($"syncgen_{scope}_{part}");

    public static string OfTable(string scope, string table, string part) => SqliteIdentifier.Quote($"syncgen_{scope}_{table}_{part}");
}
