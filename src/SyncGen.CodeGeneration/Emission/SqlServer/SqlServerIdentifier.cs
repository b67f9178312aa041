namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>Identifiers and literals as SQL Server writes them.</summary>
internal static class SqlServerIdentifier
{
    /// <summary>The name in brackets, such as <c>[a]]b]</c>.</summary>
    public static string Quote(string name) => "[" + name.Replace("]", "]]") + "]";

    /// <summary>A text as a literal, such as <c>N'it''s'</c>.</summary>
    public static string Literal(string text) => "N'" + text.Replace("'", "''") + "'";

    /// <summary>A table's name with its schema, if it has one.</summary>
    public static string Qualify(string? schema, string table) => string.IsNullOrEmpty(schema) ? Quote(table) : $"{Quote(schema!)}.{Quote(table)}";

    /// <summary>Names in brackets, with commas between them.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));
}
