using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Emits the method that registers a scope's store with an application's services.</summary>
internal static class ServicesEmitter
{
    /// <summary>The file; null for a scope that no extension method can see.</summary>
    public static EmittedFile? Emit(ScopeClass scopeClass, string name, Databases databases) =>
        scopeClass.Visibility == ClassVisibility.Private
            ? null
            : CSharpFile.Of(scopeClass with { Containers = [] }, "Services", TemplateRenderer.Render("csharp/Services", View(scopeClass, name, databases)));

    public static ServicesView View(ScopeClass scopeClass, string name, Databases databases) => new(
        GeneratedCode.Attribute,
        scopeClass.Visibility == ClassVisibility.Public ? "public" : "internal",
        Prefix(scopeClass.Type),
        "Add" + scopeClass.Type.UnescapedName,
        scopeClass.Type.Name,
        scopeClass.Type.FullName,
        name,
        DatabaseEmitters.Of(databases).Select(d => $"{d.Name}(\"{d.Example}\")").FirstOrDefault());

    /// <summary>
    /// What a class of extension methods for a scope is named after. A nested scope's stands outside: the names of the types around it
    /// keep it apart.
    /// </summary>
    public static string Prefix(TypeReference type)
    {
        var name = type.FullName.Replace("global::", "");
        var nested = type.Namespace.Length == 0 ? name : name.Substring(type.Namespace.Length + 1);
        return nested.Replace(".", "").Replace("@", "");
    }
}
