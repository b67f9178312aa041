using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>The columns and constraints of an application's table, for a database that does not have it yet.</summary>
internal static class SqliteTableDefinition
{
    public static EquatableArray<string> Of(TableModel table)
    {
        var hasOwnKeyConstraint = table.KeyLength > 1;
        var columns = table.Columns.Select((c, i) => Column(c, i == 0 && !hasOwnKeyConstraint, InlineReference(table, i)));
        var others = table.OtherColumns.Select(OtherColumn);
        var constraints = table.Relations.Where(r => r.Columns.Count > 1).Select(r => ForeignKey(table, r));
        if (hasOwnKeyConstraint)
        {
            constraints = constraints.Prepend($"PRIMARY KEY ({Names(table.Columns.Take(table.KeyLength).Select(c => c.Name))})");
        }

        return columns.Concat(others).OfType<string>().Concat(constraints).ToEquatableArray();
    }

    /// <summary>Indexes of the foreign keys, but for those with which the table's key begins.</summary>
    public static EquatableArray<string> IndexesOf(TableModel table) =>
        RelationIndexes.Of(table)
            .Select(names => $"{SqliteIdentifier.Quote($"IX_{table.Name}_{string.Join("_", names)}")} ON {SqliteIdentifier.Quote(table.Name)} ({Names(names)})")
            .ToEquatableArray();

    /// <summary>What adds each column, those that the scope leaves out too, to a table that lacks it, with a value for the rows that are there.</summary>
    public static EquatableArray<ColumnScript> AdditionsOf(TableModel table) =>
        table.Columns.Concat(table.OtherColumns).Select((column, i) => Addition(table, column, i)).ToEquatableArray();

    // ALTER TABLE … ADD … NOT NULL DEFAULT ''
    private static ColumnScript Addition(TableModel table, ColumnModel column, int ordinal)
    {
        var add = $"ALTER TABLE {SqliteIdentifier.Quote(table.Name)} ADD ";
        if (ordinal >= table.Columns.Count)
        {
            return new ColumnScript(column.Name, OtherColumn(column) is { } other ? add + other : "", null);
        }

        if (ordinal < table.KeyLength || Column(column, isKey: false, column.IsNullable ? InlineReference(table, ordinal) : "") is not { } definition)
        {
            return new ColumnScript(column.Name, "", null);
        }

        var hasOwn = column.IsNullable || column.IsComputed || column.StoreType?.IndexOf("DEFAULT", StringComparison.OrdinalIgnoreCase) >= 0;
        var empty = hasOwn ? null : column.Enum is { } named ? $"'{named.EmptyName}'" : SqliteTypeMap.DefaultOf(column.Stored);
        return new ColumnScript(
            column.Name,
            $"{add}{definition}{(empty is null ? "" : " DEFAULT " + empty)}",
            column.StoreType is null ? empty : null);
    }

    // "ListId" TEXT NOT NULL REFERENCES "TodoList" ("Id")
    private static string? Column(ColumnModel column, bool isKey, string reference)
    {
        var name = SqliteIdentifier.Quote(column.Name);
        if (IsGenerated(column))
        {
            return $"{name} {column.StoreType}";
        }

        // What the database computes cannot be created without knowing how.
        if (column.IsComputed)
        {
            return null;
        }

        var type = column.StoreType ?? SqliteTypeMap.TypeOf(column.Stored);
        return $"{name} {type}{(column.IsNullable ? "" : " NOT NULL")}{(isKey ? " PRIMARY KEY" : "")}{reference}";
    }

    // Rows arrive without the columns that the scope leaves out: these must have a value.
    private static string? OtherColumn(ColumnModel column)
    {
        var isNullable = column.IsNullable || column.IsComputed;
        return Column(column, isKey: false, isNullable ? "" : " DEFAULT " + SqliteTypeMap.DefaultOf(column.Stored));
    }

    private static bool IsGenerated(ColumnModel column) =>
        column.StoreType?.IndexOf("GENERATED", StringComparison.OrdinalIgnoreCase) >= 0 || column.StoreType?.IndexOf(" AS (", StringComparison.OrdinalIgnoreCase) >= 0;

    private static string InlineReference(TableModel table, int ordinal) =>
        string.Concat(table.Relations.Where(r => r.Columns.Count == 1 && r.Columns[0] == ordinal).Select(r => " " + References(r)));

    private static string ForeignKey(TableModel table, RelationModel relation) =>
        $"FOREIGN KEY ({Names(relation.Columns.Select(i => table.Columns[i].Name))}) {References(relation)}";

    private static string References(RelationModel relation) =>
        $"REFERENCES {SqliteIdentifier.Quote(relation.ParentTable)} ({Names(relation.ParentColumns)})"
        + (relation.IsInCycle ? " DEFERRABLE INITIALLY DEFERRED" : "");

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(SqliteIdentifier.Quote));
}
