using System.Collections.Concurrent;
using System.Reflection;
using Scriban;
using Scriban.Runtime;

namespace SyncGen.CodeGeneration.Emission;

/// <summary>
/// Renders the embedded templates. They are strict: an unknown name throws. Each is parsed once per process. Thread-safe.
/// </summary>
internal static class TemplateRenderer
{
    private static readonly ConcurrentDictionary<string, Template> s_templates = new(StringComparer.Ordinal);

    /// <summary>The thread's context, which remembers what members views have.</summary>
    [ThreadStatic]
    private static TemplateContext? s_context;

    /// <summary>The names of all templates, such as <c>csharp/Table</c>.</summary>
    public static IEnumerable<string> Names => typeof(TemplateRenderer).Assembly.GetManifestResourceNames();

    /// <summary>Renders a template.</summary>
    /// <param name="name">The template's path below <c>templates/</c>, without its extension.</param>
    /// <param name="view">What the template's names stand for.</param>
    public static string Render(string name, object view)
    {
        var template = s_templates.GetOrAdd(name, Parse);
        var names = new ScriptObject();
        names.Import(view, renamer: NameOf);

        // A context that a failed rendering left behind is not used again.
        var context = s_context ?? NewContext();
        s_context = null;
        context.PushGlobal(names);
        var text = template.Render(context);
        context.PopGlobal();
        s_context = context;
        return text;
    }

    // Without Scriban's functions: templates print and do not compute, and making the functions takes longer than printing.
    private static TemplateContext NewContext() => new(new ScriptObject())
    {
        StrictVariables = true,
        EnableRelaxedMemberAccess = false,
        EnableRelaxedTargetAccess = false,
        EnableRelaxedIndexerAccess = false,
        EnableRelaxedFunctionAccess = false,
        LoopLimit = 0,
        LimitToString = 0,
        AutoIndent = false,
        NewLine = "\n",
        MemberRenamer = NameOf,
    };

    private static string NameOf(MemberInfo member) => member.Name;

    private static Template Parse(string name)
    {
        using var stream = typeof(TemplateRenderer).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no template '{name}'.");
        using var reader = new StreamReader(stream);
        var template = Template.Parse(reader.ReadToEnd().Replace("\r\n", "\n"), name);
        return template.HasErrors ? throw new InvalidOperationException(string.Join("\n", template.Messages)) : template;
    }
}
