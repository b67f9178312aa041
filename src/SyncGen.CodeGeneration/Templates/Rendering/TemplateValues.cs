using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Scriban.Runtime;

namespace SyncGen.CodeGeneration.Templates.Rendering;

/// <summary>Makes Scriban's own values of views: a template never holds an object of the engine.</summary>
internal static class TemplateValues
{
    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> s_members = new();

    /// <summary>The value, names in snake_case.</summary>
    public static object? Of(object? value) => value switch
    {
        null or string or bool or int => value,
        IEnumerable items => List(items),
        _ => Members(value),
    };

    /// <summary>The members of a view, as templates name them.</summary>
    public static IEnumerable<(string Name, PropertyInfo Property)> MembersOf(Type view) => s_members.GetOrAdd(view, type =>
        [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(p => (StandardMemberRenamer.Rename(p.Name), p))]);

    private static ScriptArray List(IEnumerable items)
    {
        var list = new ScriptArray();
        foreach (var item in items)
        {
            list.Add(Of(item));
        }

        list.IsReadOnly = true;
        return list;
    }

    private static ScriptObject Members(object view)
    {
        var members = new ScriptObject();
        foreach (var (name, property) in MembersOf(view.GetType()))
        {
            members[name] = Of(property.GetValue(view));
        }

        members.IsReadOnly = true;
        return members;
    }
}
