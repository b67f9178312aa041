using System.Text;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.TypeScript;

/// <summary>Emits the types of a scope's rows for clients in TypeScript.</summary>
internal static class TypeScriptEmitter
{
    /// <summary>The file of a scope, such as <c>music.ts</c>.</summary>
    public static EmittedFile Emit(ScopeModel scope) => new(scope.Name + ".ts", TemplateRenderer.Render("typescript/Scope", View(scope)));

    public static TypeScriptScopeView View(ScopeModel scope)
    {
        // The rows' own names first, so that none of them gives way to a name that is made here.
        var names = new TypeScriptNames();
        var rows = scope.Tables.Select(t => names.Take(t.Row.UnescapedName)).ToArray();
        var entities = scope.Tables.Select((t, i) => Entity(t, rows[i], names.Take(rows[i] + "Key"))).ToEquatableArray();
        var title = Title(scope.Name);
        return new TypeScriptScopeView(scope.Name, entities, names.Take(title + "Rows"), names.Take(title + "Keys"), names.Take(title + "Entity"));
    }

    private static TypeScriptEntityView Entity(TableModel table, string name, string keyName)
    {
        var properties = table.Columns.Select(Property).ToArray();
        var entity = table.Row.UnescapedName;
        return new TypeScriptEntityView(
            entity, TypeScriptNames.Member(entity), name, keyName, properties.ToEquatableArray(), properties.Take(table.KeyLength).ToEquatableArray());
    }

    private static TypeScriptPropertyView Property(ColumnModel column)
    {
        // An enum by its name travels as that name.
        var type = column.Form == ColumnForm.EnumName ? StoredType.String : column.Stored;
        return new TypeScriptPropertyView(TypeScriptNames.Member(column.Property), TypeScriptTypes.NameOf(type, column.IsNullable), TypeScriptTypes.SummaryOf(type));
    }

    // "field-work" is FieldWork.
    private static string Title(string scope)
    {
        var title = new StringBuilder();
        foreach (var word in scope.Split(['-'], StringSplitOptions.RemoveEmptyEntries))
        {
            title.Append(char.ToUpperInvariant(word[0])).Append(word.Substring(1));
        }

        return title.ToString();
    }
}
