using System.Globalization;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.SqlServer;

/// <summary>How rows of a table get out of the way of each other's unique values.</summary>
internal static class SqlServerUniqueValues
{
    /// <summary>What the table allows once, but for its key, where all columns are the model's and plain.</summary>
    public static IReadOnlyList<UniqueTraits> Of(
        SyncTable table, IReadOnlyList<SqlServerColumn> columns, IReadOnlyList<SqlServerUniqueIndex> indexes)
    {
        var found = new List<UniqueTraits>();
        foreach (var index in indexes)
        {
            var ordinals = index.Columns.Select(column => OrdinalOf(table, column)).ToList();
            var free = ordinals.Where(i => i >= table.KeyLength && !table.Columns[i].IsComputed).ToList();
            if (ordinals.TrueForAll(i => i >= 0 && !table.Columns[i].IsComputed) && free.Count > 0)
            {
                found.Add(new UniqueTraits(string.Join(" AND ", ordinals.Select(i => Same(table, i, index.IsPartial))), [.. free.Select(i => Parking(table, columns, i)).OfType<string>()]));
            }
        }

        return found;
    }

    // To a unique index NULL is a value, which may be there once; an index that leaves rows out mostly leaves those out.
    private static string Same(SyncTable table, int ordinal, bool isPartial)
    {
        var (name, parameter) = (Quote(table, ordinal), SqlServerDialect.Instance.Parameter(ordinal));
        return table.Columns[ordinal].IsNullable && !isPartial ? $"({name} = {parameter} OR {name} IS NULL AND {parameter} IS NULL)" : $"{name} = {parameter}";
    }

    // A value that no other row has, of a kind that the column may take. NULL would be none.
    private static string? Parking(SyncTable table, IReadOnlyList<SqlServerColumn> columns, int ordinal)
    {
        var name = Quote(table, ordinal);
        var live = columns.First(column => column.Name == table.Columns[ordinal].Name);
        var from = SqlServerDialect.Instance.QualifiedName(table);
        return live.Type switch
        {
            "uniqueidentifier" => $"{name} = NEWID()",
            "char" or "varchar" or "nchar" or "nvarchar" => $"{name} = LEFT(REPLACE(CAST(NEWID() AS nvarchar(36)), N'-', N''), {LengthOf(live, 32)})",
            "binary" or "varbinary" => $"{name} = CAST(CAST(NEWID() AS varbinary(16)) AS varbinary({LengthOf(live, 16)}))",
            "date" or "datetime" or "smalldatetime" or "datetime2" or "datetimeoffset" => $"{name} = (SELECT coalesce(DATEADD(day, 1, max({name})), '2000-01-01') FROM {from})",
            "tinyint" or "smallint" or "int" or "bigint" or "decimal" or "numeric" or "money" or "smallmoney" or "real" or "float" => $"{name} = (SELECT coalesce(max({name}) + 1, 1) FROM {from})",
            _ => null,
        };
    }

    private static string LengthOf(SqlServerColumn column, int most) =>
        (column.Length is > 0 and var length ? Math.Min(length, most) : most).ToString(CultureInfo.InvariantCulture);

    private static int OrdinalOf(SyncTable table, string column) =>
        table.Columns.Select((candidate, i) => (candidate, i))
            .Where(pair => string.Equals(pair.candidate.Name, column, StringComparison.Ordinal))
            .Select(pair => pair.i).DefaultIfEmpty(-1).First();

    private static string Quote(SyncTable table, int ordinal) => SqlServerDialect.Instance.Quote(table.Columns[ordinal].Name);
}
