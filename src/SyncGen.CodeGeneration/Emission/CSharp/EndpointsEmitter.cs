using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Emits the method that serves a scope over HTTP.</summary>
internal static class EndpointsEmitter
{
    /// <summary>The file; null for a scope that no extension method can see.</summary>
    public static EmittedFile? Emit(ScopeClass scopeClass, string name) =>
        scopeClass.Visibility == ClassVisibility.Private
            ? null
            : CSharpFile.Of(scopeClass with { Containers = [] }, "Endpoints", TemplateRenderer.Render("csharp/Endpoints", View(scopeClass, name)));

    public static EndpointsView View(ScopeClass scopeClass, string name) => new(
        GeneratedCode.Attribute,
        scopeClass.Visibility == ClassVisibility.Public ? "public" : "internal",
        ServicesEmitter.Prefix(scopeClass.Type),
        "Map" + scopeClass.Type.UnescapedName,
        scopeClass.Type.UnescapedName,
        scopeClass.Type.FullName,
        name);
}
