using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>The columns and constraints of an application's table, for a database that does not have it yet.</summary>
internal static class SqlServerTableDefinition
{
    // What the database computes stands in place of a type: AS (...), or a version that it counts.
    private static readonly string[] s_computed = ["AS ", "rowversion", "timestamp"];

    public static EquatableArray<string> Of(TableModel table)
    {
        var columns = table.Columns.Select((column, i) => Column(column, IsIndexed(table, i)));
        var others = table.OtherColumns.Select(OtherColumn);
        var key = $"PRIMARY KEY ({Names(table.Columns.Take(table.KeyLength).Select(c => c.Name))})";
        var relations = table.Relations.Where(r => !WaitsForOthers(table, r)).Select(r => ForeignKey(table, r));
        return columns.Concat(others).OfType<string>().Append(key).Concat(relations).ToEquatableArray();
    }

    /// <summary>The foreign keys that refer to tables which may be created after this one.</summary>
    public static EquatableArray<SqlServerRelationView> LaterRelationsOf(TableModel table) =>
        table.Relations.Where(r => WaitsForOthers(table, r)).Select(r => new SqlServerRelationView(NameOf(table, r), ForeignKey(table, r))).ToEquatableArray();

    /// <summary>Indexes of the foreign keys, but for those with which the table's key begins.</summary>
    public static EquatableArray<string> IndexesOf(TableModel table) =>
        RelationIndexes.Of(table)
            .Select(names => $"{SqlServerNames.Name($"IX_{table.Name}_{string.Join("_", names)}")} ON {SqlServerIdentifier.Qualify(table.Schema, table.Name)} ({Names(names)})")
            .ToEquatableArray();

    /// <summary>What adds each column, those that the scope leaves out too, to a table that lacks it, with a value for the rows that are there.</summary>
    public static EquatableArray<ColumnScript> AdditionsOf(TableModel table) =>
        table.Columns.Concat(table.OtherColumns).Select((column, i) => Addition(table, column, i)).ToEquatableArray();

    // ALTER TABLE … ADD … NOT NULL DEFAULT ''
    private static ColumnScript Addition(TableModel table, ColumnModel column, int ordinal)
    {
        var add = $"ALTER TABLE {SqlServerIdentifier.Qualify(table.Schema, table.Name)} ADD ";
        if (ordinal >= table.Columns.Count)
        {
            return new ColumnScript(column.Name, OtherColumn(column) is { } other ? add + other : "", null);
        }

        if (ordinal < table.KeyLength || Column(column, IsIndexed(table, ordinal)) is not { } definition)
        {
            return new ColumnScript(column.Name, "", null);
        }

        var hasOwn = column.IsNullable || column.IsComputed || column.StoreType?.IndexOf("DEFAULT", StringComparison.OrdinalIgnoreCase) >= 0;
        var empty = hasOwn ? null : column.Enum is { } named ? $"N'{named.EmptyName}'" : SqlServerTypeMap.DefaultOf(column.Stored);
        return new ColumnScript(
            column.Name,
            $"{add}{definition}{(empty is null ? "" : " DEFAULT " + empty)}{Reference(table, column, ordinal)}",
            column.StoreType is null ? empty : null);
    }

    // Rows that are there refer to nothing yet.
    private static string Reference(TableModel table, ColumnModel column, int ordinal) => column.IsNullable
        ? string.Concat(table.Relations.Where(r => r.Columns.Count == 1 && r.Columns[0] == ordinal).Select(r =>
            $" REFERENCES {SqlServerIdentifier.Qualify(r.ParentSchema, r.ParentTable)} ({Names(r.ParentColumns)})"))
        : "";

    // [ListId] uniqueidentifier NOT NULL
    private static string? Column(ColumnModel column, bool isIndexed)
    {
        var name = SqlServerIdentifier.Quote(column.Name);
        if (column.StoreType is { } computed && s_computed.Any(begin => computed.StartsWith(begin, StringComparison.OrdinalIgnoreCase)))
        {
            return $"{name} {computed}";
        }

        // What the database computes cannot be created without knowing how.
        return column.IsComputed ? null : $"{name} {TypeOf(column, isIndexed)} {(column.IsNullable ? "NULL" : "NOT NULL")}";
    }

    // Rows arrive without the columns that the scope leaves out: these must have a value, or allow none where no value is
    // sure to be one of the type that is asked for.
    private static string? OtherColumn(ColumnModel column)
    {
        if (column.IsNullable || column.IsComputed)
        {
            return Column(column, isIndexed: false);
        }

        return column.StoreType is null
            ? $"{Column(column, isIndexed: false)} DEFAULT {SqlServerTypeMap.DefaultOf(column.Stored)}"
            : Column(column with { IsNullable = true }, isIndexed: false);
    }

    private static string TypeOf(ColumnModel column, bool isIndexed) =>
        column.StoreType ?? SqlServerTypeMap.TypeOf(column.Stored, isIndexed, column.MaxLength);

    private static bool IsIndexed(TableModel table, int ordinal) =>
        ordinal < table.KeyLength || table.Columns[ordinal].FilterParameter is not null
        || table.Relations.Any(relation => relation.Columns.Contains(ordinal));

    private static bool WaitsForOthers(TableModel table, RelationModel relation) =>
        relation.IsInCycle && (relation.ParentTable != table.Name || relation.ParentSchema != table.Schema);

    private static string NameOf(TableModel table, RelationModel relation) =>
        SqlServerNames.Name($"FK_{table.Name}_{relation.ParentTable}_{string.Join("_", relation.Columns.Select(i => table.Columns[i].Name))}");

    private static string ForeignKey(TableModel table, RelationModel relation) =>
        $"FOREIGN KEY ({Names(relation.Columns.Select(i => table.Columns[i].Name))}) "
        + $"REFERENCES {SqlServerIdentifier.Qualify(relation.ParentSchema, relation.ParentTable)} ({Names(relation.ParentColumns)})";

    private static string Names(IEnumerable<string> names) => SqlServerIdentifier.List(names);
}
