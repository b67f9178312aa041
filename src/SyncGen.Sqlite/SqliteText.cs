using System.Text;
using SyncGen.Model;

namespace SyncGen.Sqlite;

/// <summary>Text as SQLite stores it, and how a column is named in a message.</summary>
internal static class SqliteText
{
    /// <summary>UTF-8 that refuses what it cannot carry instead of replacing it.</summary>
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary><c>'Table.Column'</c>, or the ordinal where the table is not known.</summary>
    public static string ColumnName(SyncTable? table, int ordinal) => table is not null && ordinal < table.Columns.Count
        ? $"'{table.Name}.{table.Columns[ordinal].Name}'"
        : $"number {ordinal}";
}
