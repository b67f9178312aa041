namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>Identifiers and literals as PostgreSQL writes them.</summary>
internal static class PostgreSqlIdentifier
{
    /// <summary>The name in quotes, such as <c>"a""b"</c>.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    /// <summary>A text as a literal, such as <c>'it''s'</c>.</summary>
    public static string Literal(string text) => text.IndexOf('\\') < 0
        ? "'" + text.Replace("'", "''") + "'"
        : "E'" + text.Replace("\\", "\\\\").Replace("'", "''") + "'";

    /// <summary>A table's name with its schema, if it has one.</summary>
    public static string Qualify(string? schema, string table) => string.IsNullOrEmpty(schema) ? Quote(table) : $"{Quote(schema!)}.{Quote(table)}";

    /// <summary>Names in quotes, with commas between them.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));
}
