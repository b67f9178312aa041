using Scriban;
using Scriban.Parsing;
using SyncGen.CodeGeneration.Findings;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>
/// A project's own template, parsed once. Two are equal if they have one path and one text, so that a pipeline which caches
/// keeps what it has parsed.
/// </summary>
internal sealed class OwnTemplate : IEquatable<OwnTemplate>
{
    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".sync.scriban";

    private OwnTemplate(string path, string text)
    {
        HostPath = path;
        Path = path.Replace('\\', '/');
        Text = text;
        var file = Path.Substring(Path.LastIndexOf('/') + 1);
        Name = file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? file.Substring(0, file.Length - Extension.Length) : file;
    }

    /// <summary>The file's path as its host names it.</summary>
    public string HostPath { get; }

    /// <summary>The same with slashes on every system.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>The file's name without its extension.</summary>
    public string Name { get; }

    /// <summary>What it says of itself; null if there is something wrong with that.</summary>
    public TemplateHeader? Header { get; private set; }

    /// <summary>What is printed; null if it cannot be read.</summary>
    public Template? Body { get; private set; }

    /// <summary>The names of the templates that it includes; null if a name is known only when it is printed.</summary>
    public EquatableArray<string>? Includes { get; private set; }

    public EquatableArray<Finding> Findings { get; private set; }

    /// <summary>Reads a file; whatever is wrong with it is among the findings.</summary>
    public static OwnTemplate Read(string path, string text)
    {
        var template = new OwnTemplate(path, text);
        var findings = new FindingList();
        var header = new TemplateHeaderText(text, path);
        template.Header = new TemplateHeaderReader(template.Name, findings).Read(header);
        var body = Template.Parse(header.Blanked(), template.Path);
        if (!body.HasErrors)
        {
            template.Body = body;
            template.Includes = IncludeFinder.Find(body);
        }
        else if (template.Header is not null)
        {
            // What follows the first error is most often its echo.
            var error = body.Messages.First(m => m.Type == ParserMessageType.Error);
            findings.Add(TemplateRules.Syntax, TemplatePlaces.Of(error.Span, text, path), TemplateErrorText.Of(error.Message));
        }

        template.Findings = findings.ToArray();
        return template;
    }

    public bool Equals(OwnTemplate? other) => other is not null && (ReferenceEquals(this, other) || (HostPath == other.HostPath && Text == other.Text));

    public override bool Equals(object? obj) => Equals(obj as OwnTemplate);

    public override int GetHashCode() => unchecked((HostPath.GetHashCode() * 31) + Text.GetHashCode());
}
