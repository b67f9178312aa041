using SyncGen.Model;

namespace SyncGen.Relational.Servers;

/// <summary>How things are named in messages.</summary>
public static class ColumnText
{
    /// <summary><c>'Table.Column'</c>, or the ordinal where the table is not known.</summary>
    public static string ColumnName(SyncTable? table, int ordinal) => table is not null && ordinal < table.Columns.Count
        ? $"'{table.Name}.{table.Columns[ordinal].Name}'"
        : $"number {ordinal}";
}
