using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Emits the part of a scope's class that belongs to one table: its description, its codec, its hook, its SQL.</summary>
internal static class TableEmitter
{
    private const int ScriptIndentation = 16;

    public static EmittedFile Emit(ScopeClass scopeClass, string scope, TableModel table, Databases databases) =>
        CSharpFile.Of(scopeClass, table.Codec, TemplateRenderer.Render("csharp/Table", View(scopeClass, scope, table, databases)));

    public static TableView View(ScopeClass scopeClass, string scope, TableModel table, Databases databases)
    {
        var enums = new EnumCode(table);
        var locals = LocalNames.For(table);
        var codes = table.Columns.Select((c, i) => new ColumnCode(c, i, locals[i], enums.StemOf(c))).ToArray();
        var keys = codes.Take(table.KeyLength).ToArray();
        var columns = codes.Select(c => new ColumnView(c.Description, c.IsNullable, c.IsNotNull, c.WriteValue, c.WriteNull)).ToEquatableArray();
        var row = new RowCode(table, codes);

        // What the database computes is no content: it follows from the rest, each time anew.
        var content = codes.Where((_, i) => !table.Columns[i].IsComputed).Select(c => c.AreEqual).ToEquatableArray();
        return new TableView
        {
            GeneratedCode = GeneratedCode.Attribute,
            Declaration = scopeClass.Declaration,
            Row = table.Row.FullName,
            Codec = table.Codec,
            Hook = $"On{table.Row.UnescapedName}Conflict",
            Name = CSharpLiteral.Quote(table.Name),
            Schema = table.Schema is null ? null : CSharpLiteral.Quote(table.Schema),
            FormerNames = table.FormerNames.Count == 0 ? null : $"[{string.Join(", ", table.FormerNames.Select(CSharpLiteral.Quote))}]",
            KeyLength = table.KeyLength,
            Columns = columns,
            KeyColumns = columns.Take(table.KeyLength).ToEquatableArray(),
            Relations = table.Relations.Select(r => $"new({CSharpLiteral.Quote(r.ParentTable)}, [{string.Join(", ", r.Columns)}])").ToEquatableArray(),
            Direction = table.Direction == TableDirection.Both ? null : table.Direction.ToString(),
            Conflicts = table.Conflicts == TablePolicy.LatestWins ? null : table.Conflicts.ToString(),
            Read = row.Read,
            ReadKey = row.ReadKey,
            ContentEquals = content,
            KeyEquals = keys.Select(c => c.AreEqual).ToEquatableArray(),
            KeyHash = KeyCode.Hash([.. keys.Select(c => c.Hashed)]),
            KeyOrder = keys.Select(c => c.Compared).ToEquatableArray(),
            Functions = TemplateRenderer.Render("csharp/TableFunctions", TableFunctionsView.Of(table, enums)),
            Stores = DatabaseEmitters.Of(databases).Select(database => TemplateRenderer.Render("csharp/TableStore", Store(database, scope, table))).ToEquatableArray(),
        };
    }

    public static TableStoreView Store(DatabaseEmitter database, string scope, TableModel table)
    {
        var script = database.EmitTable(scope, table);
        var hasRelations = script.CreateRelations.Length > 0;
        return new TableStoreView(
            database.Name,
            CSharpLiteral.Raw(script.CreateTable, ScriptIndentation),
            CSharpLiteral.Raw(script.CreateLog, ScriptIndentation),
            CSharpLiteral.Raw(script.CreatePeer, ScriptIndentation),
            CSharpLiteral.Raw(script.CreateLeaf, ScriptIndentation),
            CSharpLiteral.Raw(script.Drop, ScriptIndentation),
            hasRelations ? CSharpLiteral.Raw(script.CreateRelations, ScriptIndentation) : null,
            hasRelations ? CSharpLiteral.Raw(script.DropRelations, ScriptIndentation) : null,
            script.CreatePart.Length > 0 ? CSharpLiteral.Raw(script.CreatePart, ScriptIndentation) : null)
        {
            Columns = script.Columns
                .Select(c => $"new({CSharpLiteral.Quote(c.Name)}, {CSharpLiteral.Quote(c.Add)}, {(c.Empty is null ? "null" : CSharpLiteral.Quote(c.Empty))})")
                .ToEquatableArray(),
        };
    }
}
