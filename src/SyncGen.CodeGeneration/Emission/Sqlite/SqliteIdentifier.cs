namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>Identifiers as SQLite writes them.</summary>
internal static class SqliteIdentifier
{
    /// <summary>The name in quotes, such as <c>"a""b"</c>.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";
}
