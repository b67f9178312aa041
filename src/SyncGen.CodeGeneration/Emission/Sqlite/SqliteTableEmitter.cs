using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>Emits a table's SQL for SQLite.</summary>
internal static class SqliteTableEmitter
{
    public static TableScript Emit(string scope, TableModel table)
    {
        var view = View(scope, table);
        return new TableScript(
            SqliteTemplate.Render("CreateTable", view),
            SqliteTemplate.Render("CreateLog", view),
            SqliteTemplate.Render("CreatePeer", view),
            SqliteTemplate.Render("CreateLeaf", view),
            SqliteTemplate.Render("DropTable", view))
        {
            Columns = SqliteTableDefinition.AdditionsOf(table),
        }.With(SqlitePartEmitter.View(scope, table), SqliteTemplate.Render);
    }

    public static SqliteTableView View(string scope, TableModel table)
    {
        var key = table.Columns.Take(table.KeyLength).ToArray();
        return new SqliteTableView
        {
            Table = SqliteIdentifier.Quote(table.Name),
            Ordinal = table.Ordinal,
            State = SqliteNames.OfScope(scope, "state"),
            Log = SqliteNames.OfTable(scope, table.Name, "log"),
            Track = SqliteNames.OfTable(scope, table.Name, "track"),
            Edit = SqliteNames.OfTable(scope, table.Name, "edit"),
            Seen = SqliteNames.OfTable(scope, table.Name, "seen"),
            InsertTrigger = SqliteNames.OfTable(scope, table.Name, "insert"),
            UpdateTrigger = SqliteNames.OfTable(scope, table.Name, "update"),
            DeleteTrigger = SqliteNames.OfTable(scope, table.Name, "delete"),
            Definitions = SqliteTableDefinition.Of(table),
            Indexes = SqliteTableDefinition.IndexesOf(table),
            KeyDefinitions = key.Select(KeyDefinition).ToEquatableArray(),
            Keys = string.Join(", ", key.Select((_, i) => $"k{i}")),
            NewKeys = string.Join(", ", key.Select(c => "NEW." + SqliteIdentifier.Quote(c.Name))),
            OldKeys = string.Join(", ", key.Select(c => "OLD." + SqliteIdentifier.Quote(c.Name))),
            KeyChanged = string.Join(" OR ", key.Select(KeyChanged)),
            ScopeChanged = table.OtherColumns.Count == 0 ? null : string.Join(" OR ", table.Columns.Where(c => !c.IsComputed).Select(Changed)),
        };
    }

    private static string KeyDefinition(ColumnModel column, int index) =>
        SqliteCollation.Of(column.StoreType) is { } collation ? $"k{index} COLLATE {collation}" : $"k{index}";

    private static string KeyChanged(ColumnModel column) => $"OLD.{SqliteIdentifier.Quote(column.Name)} IS NOT NEW.{SqliteIdentifier.Quote(column.Name)}";

    // A column's own collation would take "a" and "A" for the same, and lose that change.
    private static string Changed(ColumnModel column) =>
        SqliteTypeMap.TypeOf(column.Stored) == "TEXT" ? KeyChanged(column) + " COLLATE BINARY" : KeyChanged(column);
}
