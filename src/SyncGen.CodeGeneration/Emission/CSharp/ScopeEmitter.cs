using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Emits the part of a scope's class that is about the scope as a whole: its description and its providers.</summary>
internal static class ScopeEmitter
{
    private const int ScriptIndentation = 16;

    public static EmittedFile Emit(ScopeSummary scope, Databases databases, bool hasHttp) =>
        CSharpFile.Of(scope.Class, table: null, TemplateRenderer.Render("csharp/Scope", View(scope, databases, hasHttp)));

    public static ScopeView View(ScopeSummary scope, Databases databases, bool hasHttp) => View(scope, databases, hasHttp, scope.Parameters.Select(ParameterView.Of).ToEquatableArray());

    public static ScopeFilterView FilterView(string name, EquatableArray<ParameterView> parameters) => new(GeneratedCode.Attribute, name, parameters);

    private static ScopeView View(ScopeSummary scope, Databases databases, bool hasHttp, EquatableArray<ParameterView> parameters) => new()
    {
        GeneratedCode = GeneratedCode.Attribute,
        Declaration = scope.Class.Declaration,
        IsEmitted = scope.Class.IsEmitted,
        Name = scope.Name,
        NameLiteral = CSharpLiteral.Quote(scope.Name),
        Fingerprint = CSharpLiteral.Quote(scope.Fingerprint),
        Codecs = scope.Codecs,
        Stores = DatabaseEmitters.Of(databases).Select(database => Store(database, scope)).ToEquatableArray(),
        Parameters = parameters,
        FilterRecord = parameters.Count == 0 ? "" : TemplateRenderer.Render("csharp/ScopeFilter", FilterView(scope.Name, parameters)),
        MayHandOn = scope.MayHandOn,
        HasHttp = hasHttp,
    };

    private static ScopeStoreView Store(DatabaseEmitter database, ScopeSummary scope)
    {
        var script = database.EmitScope(scope.Name, scope.Parameters.Count > 0);
        return new ScopeStoreView(
            database.Name,
            database.Title,
            database.Driver,
            database.Example,
            database.DefaultRole,
            database.DefaultRole == "Leaf" ? "as a leaf, an offline client with one hub" : "as a peer, a hub or an equal of other peers",
            database.Provider,
            database.Options,
            CSharpLiteral.Raw(script.Create, ScriptIndentation),
            CSharpLiteral.Raw(script.Drop, ScriptIndentation));
    }
}
