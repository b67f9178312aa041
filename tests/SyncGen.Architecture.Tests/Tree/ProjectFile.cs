using System.Xml.Linq;

namespace SyncGen.Architecture.Tests.Tree;

/// <summary>A project and what it references, as written in its file.</summary>
internal sealed class ProjectFile(TreeFile file)
{
    private readonly XElement _xml = XElement.Parse(file.Text);

    public TreeFile File { get; } = file;

    public string Name => File.Name[..^".csproj".Length];

    /// <summary>The names of the projects that this one compiles against.</summary>
    public IEnumerable<string> ProjectReferences => References(carried: false);

    /// <summary>The names of the projects that this one only builds, or carries in its package: the generator.</summary>
    public IEnumerable<string> CarriedProjects => References(carried: true);

    public IEnumerable<string> PackageReferences => _xml.Descendants("PackageReference").Select(Include);

    /// <summary>Whether the project ships inside applications, trimmed and compiled ahead of time.</summary>
    public bool IsRuntimeLibrary => Property("SyncGenRuntimeLibrary") == "true";

    /// <summary>Whether the project compiles code: one that packs templates of <c>dotnet new</c> does not.</summary>
    public bool HasCode => Property("PackageType") != "Template";

    public string? Property(string name) => _xml.Descendants(name).FirstOrDefault()?.Value.Trim();

    private IEnumerable<string> References(bool carried) => _xml.Descendants("ProjectReference")
        .Where(reference => carried == (Metadata(reference, "ReferenceOutputAssembly") == "false"))
        .Select(reference => Path.GetFileNameWithoutExtension(Include(reference).Replace('\\', '/')));

    private static string Include(XElement item) => (string?)item.Attribute("Include") ?? "";

    private static string? Metadata(XElement item, string name) => ((string?)item.Attribute(name) ?? (string?)item.Element(name))?.ToLowerInvariant();
}
