using System.Globalization;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>Emits a table's SQL for MySQL and MariaDB.</summary>
internal static class MySqlTableEmitter
{
    public static TableScript Emit(string scope, TableModel table)
    {
        var view = View(scope, table);
        return new TableScript(
            MySqlTemplate.Render("CreateTable", view),
            MySqlTemplate.Render("CreateLog", view),
            MySqlTemplate.Render("CreatePeer", view),
            MySqlTemplate.Render("CreateLeaf", view),
            MySqlTemplate.Render("DropTable", view))
        {
            CreateRelations = view.Relations.Count == 0 ? "" : MySqlTemplate.Render("CreateRelations", view),
            DropRelations = view.Relations.Count == 0 ? "" : MySqlTemplate.Render("DropRelations", view),
            Columns = MySqlTableDefinition.AdditionsOf(table),
        }.With(MySqlPartEmitter.View(scope, table), MySqlTemplate.Render);
    }

    public static MySqlTableView View(string scope, TableModel table)
    {
        var key = table.Columns.Take(table.KeyLength).ToArray();
        var content = table.Columns.Where(c => !c.IsComputed);
        string Own(string part) => MySqlNames.OfTable(scope, table.Name, part);
        string Key(string row) => string.Join(", ", key.Select(c => $"{row}.{MySqlIdentifier.Quote(c.Name)}"));
        return new MySqlTableView
        {
            Table = MySqlIdentifier.Qualify(table.Schema, table.Name),
            Log = Own("log"),
            Track = Own("track"),
            Edit = Own("edit"),
            Seen = Own("seen"),
            InsertTrigger = Trigger(table, Own("insert")),
            UpdateTrigger = Trigger(table, Own("update")),
            DeleteTrigger = Trigger(table, Own("delete")),
            CascadeTrigger = Trigger(table, Own("cascade")),
            RekeyTrigger = Trigger(table, Own("rekey")),
            IsMuted = $"@syncgen_applying <=> CAST({MySqlIdentifier.Literal($"{scope}/{table.Ordinal.ToString(CultureInfo.InvariantCulture)}")} AS BINARY)",
            Definitions = MySqlTableDefinition.Of(table),
            Relations = MySqlTableDefinition.LaterRelationsOf(table),
            Keys = string.Join(", ", key.Select((_, i) => $"k{i}")),
            TableKeys = string.Join(", ", key.Select((c, i) => $"t.{MySqlIdentifier.Quote(c.Name)} AS k{i}")),
            NewKeys = Key("NEW"),
            OldKeys = Key("OLD"),
            SameKey = string.Join(" AND ", key.Select(Same)),
            SameImage = table.OtherColumns.Count == 0 ? null : string.Join(" AND ", content.Select(Same)),
        };
    }

    // Triggers live in the database of their table.
    private static string Trigger(TableModel table, string name) =>
        string.IsNullOrEmpty(table.Schema) ? name : $"{MySqlIdentifier.Quote(table.Schema!)}.{name}";

    // Text is compared byte by byte: "a" and "A" are two contents, whatever the column's collation says.
    private static string Same(ColumnModel column)
    {
        var name = MySqlIdentifier.Quote(column.Name);
        return column.Stored is StoredType.String or StoredType.Char
            ? $"CAST(OLD.{name} AS BINARY) <=> CAST(NEW.{name} AS BINARY)"
            : $"OLD.{name} <=> NEW.{name}";
    }
}
