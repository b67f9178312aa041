using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Emits the class of a scope as code that belongs to its readers from then on: read by the generator, it declares the same.</summary>
internal static class OwnedScopeEmitter
{
    private const string Library = "SyncGen";

    public static EmittedFile Emit(ScopeDeclaration scope)
    {
        var type = scope.Class.Type;
        var body = TemplateRenderer.Render("csharp/OwnedScope", View(scope));
        var view = new OwnedFileView([Library], type.Namespace.Length == 0 ? null : type.Namespace, body);
        return new EmittedFile(type.UnescapedName + ".cs", TemplateRenderer.Render("csharp/OwnedFile", view));
    }

    public static OwnedScopeView View(ScopeDeclaration scope)
    {
        var names = new AttributeCode(isShort: true);
        List<string?> arguments = [CSharpLiteral.Quote(scope.Name.Value), .. scope.Entries.Select(e => TypeOf(e.Type))];
        arguments.Add(Conflicts(scope.Conflicts));
        arguments.Add(scope.MayHandOn ? "MayHandOn = true" : null);
        return new OwnedScopeView(
            scope.Name.Value,
            scope.Class.Type.Name,
            [names.Of(Library, "SyncScope", [.. arguments]), .. scope.Tables.Where(SaysMore).Select(t => Table(t, names))]);
    }

    private static string Table(TableDeclaration table, AttributeCode names) => names.Of(
        Library,
        "SyncTable",
        TypeOf(table.Type),
        table.Direction == TableDirection.Both ? null : $"Direction = SyncDirection.{table.Direction}",
        Conflicts(table.Conflicts),
        Properties("Only", table.Only),
        Properties("Except", table.Except));

    // An entity that is only listed needs no attribute of its own.
    private static bool SaysMore(TableDeclaration table) =>
        table.Direction != TableDirection.Both || table.Conflicts != TablePolicy.Default || table.Only is not null || table.Except is not null;

    private static string TypeOf(TypeReference type) => $"typeof({type.Name})";

    private static string? Conflicts(TablePolicy policy) => policy == TablePolicy.Default ? null : $"Conflicts = ConflictPolicy.{policy}";

    private static string? Properties(string name, EquatableArray<Annotated<string>>? properties) =>
        properties is { } given ? $"{name} = [{string.Join(", ", given.Select(p => CSharpLiteral.Quote(p.Value)))}]" : null;
}
