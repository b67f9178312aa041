using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Code;

/// <summary>No reflection in what ships in applications, nor in what is emitted. CompiledAssemblyTests looks at the compiled form.</summary>
internal sealed partial class ReflectionRule : PatternRule
{
    public override string Reason =>
        "What the types look like is known when the code is compiled: reflection, dynamic and rows as object[] are slow, allocate, and break trimming and NativeAOT. "
        + "Let the generator emit what is needed.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        Library("using System.Reflection;"),
        Library("var a = Activator.CreateInstance(type);"),
        Library("object?[] values = [];"),
        Library("dynamic row = Read();"),
        RepositoryTree.Of(("templates/csharp/codec.sbn-cs", "typeof(List<>).MakeGenericType(type)")),
    ];

    protected override Regex Pattern => Reflection();

    protected override IEnumerable<TreeFile> Files(RepositoryTree tree)
    {
        var libraries = tree.ShippedProjects.Where(project => project.IsRuntimeLibrary).Select(project => project.File.Folder).ToList();
        return tree.Sources.Where(file => libraries.Any(file.IsUnder)).Concat(tree.Templates);
    }

    private static RepositoryTree Library(string text) => RepositoryTree.Of(
        ("src/SyncGen/SyncGen.csproj", "<Project><PropertyGroup><SyncGenRuntimeLibrary>true</SyncGenRuntimeLibrary></PropertyGroup></Project>"),
        ("src/SyncGen/A.cs", text));

    // Comments may speak of these; a line that begins with a comment sign is passed over.
    [GeneratedRegex(@"^(?!\s*//).*?(\bSystem\.Reflection\b|\bActivator\b|\bMakeGeneric(Type|Method)\b|\bdynamic\s+\w|\bobject\??\[)", RegexOptions.Multiline)]
    private static partial Regex Reflection();
}
