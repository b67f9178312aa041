using System.Globalization;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>Emits a table's SQL for PostgreSQL.</summary>
internal static class PostgreSqlTableEmitter
{
    public static TableScript Emit(string scope, TableModel table)
    {
        var view = View(scope, table);
        return new TableScript(
            PostgreSqlTemplate.Render("CreateTable", view),
            PostgreSqlTemplate.Render("CreateLog", view),
            PostgreSqlTemplate.Render("CreatePeer", view),
            PostgreSqlTemplate.Render("CreateLeaf", view),
            PostgreSqlTemplate.Render("DropTable", view))
        {
            CreateRelations = view.Relations.Count == 0 ? "" : PostgreSqlTemplate.Render("CreateRelations", view),
            DropRelations = view.Relations.Count == 0 ? "" : PostgreSqlTemplate.Render("DropRelations", view),
            Columns = PostgreSqlTableDefinition.AdditionsOf(table),
        }.With(PostgreSqlPartEmitter.View(scope, table), PostgreSqlTemplate.Render);
    }

    public static PostgreSqlTableView View(string scope, TableModel table)
    {
        var key = table.Columns.Take(table.KeyLength).Select(c => PostgreSqlIdentifier.Quote(c.Name)).ToArray();
        var content = table.Columns.Where(c => !c.IsComputed).Select(c => "t." + PostgreSqlIdentifier.Quote(c.Name));
        string Own(string part) => PostgreSqlNames.OfTable(scope, table.Name, part);
        return new PostgreSqlTableView
        {
            Table = PostgreSqlIdentifier.Qualify(table.Schema, table.Name),
            Log = Own("log"),
            Track = Own("track"),
            TrackTick = Own("track_tick"),
            TrackKey = Own("track_key"),
            Edit = Own("edit"),
            EditTick = Own("edit_tick"),
            EditKey = Own("edit_key"),
            Seen = Own("seen"),
            SeenKey = Own("seen_key"),
            InsertTrigger = Own("insert"),
            UpdateTrigger = Own("update"),
            DeleteTrigger = Own("delete"),
            TruncateTrigger = Own("truncate"),
            Fence = PostgreSqlFence.Around(table.Columns.Select(c => c.Name).Append(table.Name).Append(table.Schema ?? "")),
            Speaks = "current_setting('syncgen.applying', true) IS DISTINCT FROM "
                + PostgreSqlIdentifier.Literal($"{scope}/{table.Ordinal.ToString(CultureInfo.InvariantCulture)}"),
            Definitions = PostgreSqlTableDefinition.Of(table),
            Indexes = PostgreSqlTableDefinition.IndexesOf(table),
            Relations = PostgreSqlTableDefinition.LaterRelationsOf(table),
            Keys = string.Join(", ", key.Select((_, i) => $"k{i}")),
            TableKeys = string.Join(", ", key.Select((name, i) => $"t.{name} AS k{i}")),
            AddedKeys = string.Join(", ", key.Select(name => "a." + name)),
            RemovedKeys = string.Join(", ", key.Select(name => "r." + name)),
            ScopeImage = table.OtherColumns.Count == 0 ? null : $"ROW({string.Join(", ", content)})",
        };
    }
}
