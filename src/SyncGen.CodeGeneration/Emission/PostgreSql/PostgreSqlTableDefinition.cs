using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>The columns and constraints of an application's table, for a database that does not have it yet.</summary>
internal static class PostgreSqlTableDefinition
{
    public static EquatableArray<string> Of(TableModel table)
    {
        var columns = table.Columns.Select(Column);
        var others = table.OtherColumns.Select(OtherColumn);
        var key = $"PRIMARY KEY ({Names(table.Columns.Take(table.KeyLength).Select(c => c.Name))})";
        var relations = table.Relations.Where(r => !WaitsForOthers(table, r)).Select(r => ForeignKey(table, r));
        return columns.Concat(others).OfType<string>().Append(key).Concat(relations).ToEquatableArray();
    }

    /// <summary>The foreign keys that refer to tables which may be created after this one.</summary>
    public static EquatableArray<PostgreSqlRelationView> LaterRelationsOf(TableModel table) =>
        table.Relations.Where(r => WaitsForOthers(table, r)).Select(r => new PostgreSqlRelationView(NameOf(table, r), ForeignKey(table, r))).ToEquatableArray();

    /// <summary>Indexes of the foreign keys, but for those with which the table's key begins.</summary>
    public static EquatableArray<string> IndexesOf(TableModel table) =>
        RelationIndexes.Of(table)
            .Select(names => $"{PostgreSqlNames.Name($"IX_{table.Name}_{string.Join("_", names)}")} ON {PostgreSqlIdentifier.Qualify(table.Schema, table.Name)} ({Names(names)})")
            .ToEquatableArray();

    /// <summary>What adds each column, those that the scope leaves out too, to a table that lacks it, with a value for the rows that are there.</summary>
    public static EquatableArray<ColumnScript> AdditionsOf(TableModel table) =>
        table.Columns.Concat(table.OtherColumns).Select((column, i) => Addition(table, column, i)).ToEquatableArray();

    // ALTER TABLE … ADD … NOT NULL DEFAULT ''
    private static ColumnScript Addition(TableModel table, ColumnModel column, int ordinal)
    {
        var add = $"ALTER TABLE {PostgreSqlIdentifier.Qualify(table.Schema, table.Name)} ADD ";
        if (ordinal >= table.Columns.Count)
        {
            return new ColumnScript(column.Name, OtherColumn(column) is { } other ? add + other : "", null);
        }

        if (ordinal < table.KeyLength || Column(column) is not { } definition)
        {
            return new ColumnScript(column.Name, "", null);
        }

        var hasOwn = column.IsNullable || column.IsComputed || column.StoreType?.IndexOf("DEFAULT", StringComparison.OrdinalIgnoreCase) >= 0;
        var empty = hasOwn ? null : column.Enum is { } named ? $"'{named.EmptyName}'" : PostgreSqlTypeMap.DefaultOf(column.Stored);
        return new ColumnScript(
            column.Name,
            $"{add}{definition}{(empty is null ? "" : " DEFAULT " + empty)}{Reference(table, column, ordinal)}",
            column.StoreType is null ? empty : null);
    }

    // Rows that are there refer to nothing yet.
    private static string Reference(TableModel table, ColumnModel column, int ordinal) => column.IsNullable
        ? string.Concat(table.Relations.Where(r => r.Columns.Count == 1 && r.Columns[0] == ordinal).Select(r =>
            $" REFERENCES {PostgreSqlIdentifier.Qualify(r.ParentSchema, r.ParentTable)} ({Names(r.ParentColumns)})"))
        : "";

    // "ListId" uuid NOT NULL
    private static string? Column(ColumnModel column)
    {
        var name = PostgreSqlIdentifier.Quote(column.Name);
        if (column.StoreType?.IndexOf("GENERATED", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return $"{name} {column.StoreType}";
        }

        // What the database computes cannot be created without knowing how.
        return column.IsComputed ? null : $"{name} {TypeOf(column)}{(column.IsNullable ? "" : " NOT NULL")}";
    }

    // Rows arrive without the columns that the scope leaves out: these must have a value, or allow none where no value is
    // sure to be one of the type that is asked for.
    private static string? OtherColumn(ColumnModel column)
    {
        if (column.IsNullable || column.IsComputed)
        {
            return Column(column);
        }

        return column.StoreType is null
            ? $"{Column(column)} DEFAULT {PostgreSqlTypeMap.DefaultOf(column.Stored)}"
            : Column(column with { IsNullable = true });
    }

    private static string TypeOf(ColumnModel column) => column.StoreType ?? PostgreSqlTypeMap.TypeOf(column.Stored);

    private static bool WaitsForOthers(TableModel table, RelationModel relation) => relation.IsInCycle && (relation.ParentTable != table.Name || relation.ParentSchema != table.Schema);

    private static string NameOf(TableModel table, RelationModel relation) =>
        PostgreSqlNames.Name($"FK_{table.Name}_{relation.ParentTable}_{string.Join("_", relation.Columns.Select(i => table.Columns[i].Name))}");

    private static string ForeignKey(TableModel table, RelationModel relation) =>
        $"FOREIGN KEY ({Names(relation.Columns.Select(i => table.Columns[i].Name))}) "
        + $"REFERENCES {PostgreSqlIdentifier.Qualify(relation.ParentSchema, relation.ParentTable)} ({Names(relation.ParentColumns)})"
        + (relation.IsInCycle ? " DEFERRABLE INITIALLY IMMEDIATE" : "");

    private static string Names(IEnumerable<string> names) => PostgreSqlIdentifier.List(names);
}
