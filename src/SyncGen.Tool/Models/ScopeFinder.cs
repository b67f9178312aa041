using System.Reflection;
using SyncGen.Model;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Models;

/// <summary>Finds the classes of scopes in an assembly.</summary>
internal static class ScopeFinder
{
    /// <summary>The scope of a name; without one, the only scope there is.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The scope's name; null for the only one.</param>
    /// <param name="source">What the user named, for messages.</param>
    /// <param name="document">The file that the assembly was made of; null where a build made it.</param>
    public static LoadedScope Find(Assembly assembly, string? name, string source, FileInfo? document = null)
    {
        var scopes = All(assembly, document);
        if (scopes.Count == 0)
        {
            throw new ToolException($"'{source}' has no scope: mark a partial class with [SyncScope(…)], or entity classes with [SyncEntity], and build it with SyncGen's generator.");
        }

        var names = string.Join(", ", scopes.Select(scope => $"'{scope.Definition.Name}'"));
        if (name is not null)
        {
            return scopes.FirstOrDefault(scope => scope.Definition.Name == name)
                ?? throw new ToolException($"'{source}' has no scope '{name}'. It has {names}.");
        }

        return scopes.Count == 1 ? scopes[0] : throw new ToolException($"'{source}' has several scopes: say which by --scope. It has {names}.");
    }

    private static List<LoadedScope> All(Assembly assembly, FileInfo? document)
    {
        var scopes = new List<LoadedScope>();
        foreach (var type in TypesOf(assembly))
        {
            // Every class that the generator completed has one, DefaultScope too, which carries no attribute.
            if (type.IsClass && type.GetProperty("Definition", BindingFlags.Public | BindingFlags.Static) is { } property && property.PropertyType == typeof(SyncScope))
            {
                scopes.Add(new LoadedScope(type, (SyncScope)property.GetValue(null)!, document));
            }
        }

        return scopes;
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            // Types that need what is not here are no scopes of ours; the others will do.
            return partly.Types.OfType<Type>();
        }
    }
}
