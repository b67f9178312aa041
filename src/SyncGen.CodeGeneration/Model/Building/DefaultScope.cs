using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>The scope of the entities that no scope lists.</summary>
internal static class DefaultScope
{
    private const string ClassName = "DefaultScope";

    /// <summary>The scope, or null if every entity is listed.</summary>
    public static ScopeDeclaration? For(IReadOnlyList<ScopeDeclaration> scopes, IReadOnlyList<EntityDeclaration> entities)
    {
        var listed = new HashSet<string>(scopes.SelectMany(s => s.Entries).Select(e => e.Type.FullName), StringComparer.Ordinal);
        var unlisted = entities.Where(e => !listed.Contains(e.Type.FullName)).OrderBy(e => e.Type.FullName, StringComparer.Ordinal).ToArray();
        if (unlisted.Length == 0)
        {
            return null;
        }

        var space = CommonNamespace(unlisted.Select(e => e.Type.Namespace));
        var type = new TypeReference(space.Length == 0 ? "global::" + ClassName : "global::" + space + "." + ClassName, ClassName, space);
        var scopeClass = new ScopeClass(type, "static partial class " + ClassName, []) { IsEmitted = true, Visibility = ClassVisibility.Public };
        return new ScopeDeclaration(scopeClass, new Annotated<string>("default", SourceToken.None), SourceToken.None)
        {
            Entries = unlisted.Select(e => new ScopeEntry(e.Type, e.Source, IsEntity: true, IsError: false)).ToEquatableArray(),
        };
    }

    /// <summary>What namespaces have in common; empty if nothing.</summary>
    public static string CommonNamespace(IEnumerable<string> namespaces)
    {
        string[]? common = null;
        foreach (var name in namespaces)
        {
            var parts = name.Length == 0 ? [] : name.Split('.');
            common = common is null ? parts : [.. common.Zip(parts, (a, b) => (a, b)).TakeWhile(p => p.a == p.b).Select(p => p.a)];
        }

        return string.Join(".", common ?? []);
    }
}
