using System.Globalization;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>Emits a table's SQL for SQL Server.</summary>
internal static class SqlServerTableEmitter
{
    /// <summary>Joined to a table that is read for its columns' types: no row comes out, nor what makes a column an identity.</summary>
    public const string NoRows = "LEFT JOIN (SELECT 1 AS one) AS o ON 1 = 0 WHERE 1 = 0";

    public static TableScript Emit(string scope, TableModel table)
    {
        var view = View(scope, table);
        return new TableScript(
            SqlServerTemplate.Render("CreateTable", view),
            SqlServerTemplate.Render("CreateLog", view),
            SqlServerTemplate.Render("CreatePeer", view),
            SqlServerTemplate.Render("CreateLeaf", view),
            SqlServerTemplate.Render("DropTable", view))
        {
            CreateRelations = view.Relations.Count == 0 ? "" : SqlServerTemplate.Render("CreateRelations", view),
            DropRelations = view.Relations.Count == 0 ? "" : SqlServerTemplate.Render("DropRelations", view),
            Columns = SqlServerTableDefinition.AdditionsOf(table),
        }.With(SqlServerPartEmitter.View(scope, table), SqlServerTemplate.Render);
    }

    public static SqlServerTableView View(string scope, TableModel table)
    {
        var key = table.Columns.Take(table.KeyLength).Select(c => SqlServerIdentifier.Quote(c.Name)).ToArray();
        var content = table.Columns.Where(c => !c.IsComputed).ToArray();
        var name = SqlServerIdentifier.Qualify(table.Schema, table.Name);
        string Own(string part) => SqlServerNames.OfTable(scope, table.Name, part);
        string Keys(string row) => string.Join(", ", key.Select(column => $"{row}.{column}"));
        string? Image(string row) => table.OtherColumns.Count == 0 ? null : string.Join(", ", content.Select(column => Exactly(column, row)));
        return new SqlServerTableView
        {
            Table = new SqlServerName(name),
            Log = new SqlServerName(Own("log")),
            Track = new SqlServerName(Own("track")),
            Edit = new SqlServerName(Own("edit")),
            Seen = new SqlServerName(Own("seen")),
            InsertTrigger = Trigger(table, Own("insert")),
            UpdateTrigger = Trigger(table, Own("update")),
            DeleteTrigger = Trigger(table, Own("delete")),
            Muted = SqlServerIdentifier.Literal($"{scope}/{table.Ordinal.ToString(CultureInfo.InvariantCulture)}"),
            Definitions = SqlServerTableDefinition.Of(table),
            Indexes = SqlServerTableDefinition.IndexesOf(table),
            Relations = SqlServerTableDefinition.LaterRelationsOf(table),
            Keys = string.Join(", ", key.Select((_, i) => $"k{i}")),
            TableKeys = string.Join(", ", key.Select((column, i) => $"t.{column} AS k{i}")),
            Source = $"{name} AS t {NoRows}",
            AddedKeys = Keys("a"),
            RemovedKeys = Keys("r"),
            SameKey = string.Join(" AND ", key.Select(column => $"a.{column} = r.{column}")),
            AddedImage = Image("a"),
            RemovedImage = Image("r"),
        };
    }

    // Triggers live in the schema of their table.
    private static string Trigger(TableModel table, string name) =>
        string.IsNullOrEmpty(table.Schema) ? name : $"{SqlServerIdentifier.Quote(table.Schema!)}.{name}";

    // Text is compared byte by byte: "a" and "A" are two contents, and so are "a" and "a ", whatever the column's collation says.
    // So is what stands in a column of a type of its own, such as xml, which cannot be compared at all.
    private static string Exactly(ColumnModel column, string row)
    {
        var value = $"{row}.{SqlServerIdentifier.Quote(column.Name)}";
        return column.Stored is StoredType.String or StoredType.Char
            ? $"CAST(CAST({value} AS nvarchar(max)) AS varbinary(max)), DATALENGTH({value})"
            : column.Stored is StoredType.Binary ? $"{value}, DATALENGTH({value})" : value;
    }
}
