using SyncGen.CodeGeneration.Emission.Sqlite;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Emits the part of a scope's class that is about the scope as a whole: its description and its providers.</summary>
internal static class ScopeEmitter
{
    private const int ScriptIndentation = 16;

    public static EmittedFile Emit(ScopeSummary scope, bool hasSqlite) =>
        CSharpFile.Of(scope.Class, table: null, TemplateRenderer.Render("csharp/Scope", View(scope, hasSqlite)));

    public static ScopeView View(ScopeSummary scope, bool hasSqlite) => new()
    {
        GeneratedCode = GeneratedCode.Attribute,
        Declaration = scope.Class.Declaration,
        IsEmitted = scope.Class.IsEmitted,
        Name = scope.Name,
        NameLiteral = CSharpLiteral.Quote(scope.Name),
        Fingerprint = CSharpLiteral.Quote(scope.Fingerprint),
        Codecs = scope.Codecs,
        Sqlite = hasSqlite ? Sqlite(scope.Name) : null,
    };

    private static SqliteScopeLiterals Sqlite(string scope)
    {
        var script = SqliteScopeEmitter.Emit(scope);
        return new SqliteScopeLiterals(CSharpLiteral.Raw(script.Create, ScriptIndentation), CSharpLiteral.Raw(script.Drop, ScriptIndentation));
    }
}
