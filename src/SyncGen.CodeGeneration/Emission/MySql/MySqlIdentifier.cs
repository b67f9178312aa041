namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>Identifiers and literals as MySQL and MariaDB write them, whatever the SQL mode.</summary>
internal static class MySqlIdentifier
{
    /// <summary>The name in backticks, such as <c>`a``b`</c>.</summary>
    public static string Quote(string name) => "`" + name.Replace("`", "``") + "`";

    /// <summary>A text as a literal, such as <c>'it''s'</c>.</summary>
    public static string Literal(string text) => "'" + text.Replace("\\", "\\\\").Replace("'", "''") + "'";

    /// <summary>A table's name with its schema, which is a database here, if it has one.</summary>
    public static string Qualify(string? schema, string table) => string.IsNullOrEmpty(schema) ? Quote(table) : $"{Quote(schema!)}.{Quote(table)}";

    /// <summary>Names in backticks, with commas between them.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));
}
