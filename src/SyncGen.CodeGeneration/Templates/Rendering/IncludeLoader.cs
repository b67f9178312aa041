using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace SyncGen.CodeGeneration.Templates.Rendering;

/// <summary>Finds included templates among those of the project. Reads no file.</summary>
internal sealed class IncludeLoader(EquatableArray<OwnTemplate> library) : ITemplateLoader
{
    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName)
    {
        var found = TemplateSet.Named(library, templateName).ToArray();
        return found.Length switch
        {
            1 => found[0].Path,
            0 => throw new ScriptRuntimeException(callerSpan, $"there is no template '{templateName}' in the project"),
            _ => throw new ScriptRuntimeException(callerSpan, $"several templates are named '{templateName}': put a folder before the name, as in '{FolderOf(found[0].Path)}{found[0].Name}'"),
        };
    }

    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => library.First(t => t.Path == templatePath).Text;

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new(Load(context, callerSpan, templatePath));

    private static string FolderOf(string path)
    {
        var parts = path.Split('/');
        return parts.Length < 2 ? "" : parts[parts.Length - 2] + "/";
    }
}
