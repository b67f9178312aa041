using System.Text;
using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>Text as SQLite stores it, and how a column is named in a message.</summary>
internal static class SqliteText
{
    /// <summary>UTF-8 that refuses what it cannot carry instead of replacing it.</summary>
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file of a data source without its folder, for messages.</summary>
    public static string FileName(string source)
    {
        var name = Path.GetFileName(Location(source));
        return name.Length == 0 ? "temporary database" : name;
    }

    /// <summary>Whether a data source is a URI.</summary>
    public static bool IsUri(string source) => source.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file of a data source with its folder, but without what a URI says behind it: that may hold a password.</summary>
    public static string Location(string source)
    {
        var end = IsUri(source) ? source.AsSpan().IndexOfAny('?', '#') : -1;
        return end < 0 ? source : source[..end];
    }

    /// <summary><c>'Table.Column'</c>, or the ordinal where the table is not known.</summary>
    public static string ColumnName(SyncTable? table, int ordinal) => table is not null && ordinal < table.Columns.Count
        ? $"'{table.Name}.{table.Columns[ordinal].Name}'"
        : $"number {ordinal}";
}
