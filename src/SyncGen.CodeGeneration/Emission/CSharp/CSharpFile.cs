using System.Text;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Puts a part of a scope's class into a file.</summary>
internal static class CSharpFile
{
    private const int Step = 4;

    public static EmittedFile Of(ScopeClass scopeClass, string? table, string body)
    {
        var depth = scopeClass.Containers.Count;
        var opening = scopeClass.Containers.SelectMany((c, i) => new[] { Blanks(i) + c, Blanks(i) + "{" }).ToEquatableArray();
        var closing = Enumerable.Range(0, depth).Reverse().Select(i => Blanks(i) + "}").ToEquatableArray();
        var space = scopeClass.Type.Namespace.Length == 0 ? null : scopeClass.Type.Namespace;
        var view = new FileView(space, opening, Indent(body, depth * Step), closing);
        return new EmittedFile(NameOf(scopeClass.Type, table), TemplateRenderer.Render("csharp/File", view));
    }

    /// <summary>A class of its own.</summary>
    /// <param name="type">The class.</param>
    /// <param name="kind">What it is, for the file's name.</param>
    /// <param name="body">The class's code.</param>
    public static EmittedFile OfClass(TypeReference type, string kind, string body)
    {
        var view = new FileView(type.Namespace.Length == 0 ? null : type.Namespace, [], body, []);
        return new EmittedFile(NameOf(type, kind), TemplateRenderer.Render("csharp/File", view));
    }

    /// <summary>The name of a class's file. Full names keep classes of one name in two namespaces apart; a plus would not do in a file name.</summary>
    /// <param name="type">The class.</param>
    /// <param name="part">What of the class it holds; null: the class itself.</param>
    public static string NameOf(TypeReference type, string? part)
    {
        var name = type.FullName.Replace("global::", "").Replace("@", "");
        return part is null ? name + ".g.cs" : $"{name}.{part}.g.cs";
    }

    private static string Blanks(int depth) => new(' ', depth * Step);

    // Within raw literals too: the closing quotes move along, so that their value stays.
    private static string Indent(string text, int blanks)
    {
        if (blanks == 0)
        {
            return text;
        }

        var indented = new StringBuilder();
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            indented.Append(line.Length == 0 ? "" : new string(' ', blanks)).Append(line).Append('\n');
        }

        return indented.ToString();
    }
}
