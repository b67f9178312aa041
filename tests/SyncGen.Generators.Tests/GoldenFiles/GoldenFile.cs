using System.Text;
using System.Text.RegularExpressions;
using SyncGen.Generators.Tests.Compiling;
using SyncGen.Testing;

namespace SyncGen.Generators.Tests.GoldenFiles;

/// <summary>Compares what is emitted with what was approved. Set SYNCGEN_UPDATE_GOLDEN=1 to approve what comes out now.</summary>
internal static partial class GoldenFile
{
    /// <summary>The cases that show what a scope keeps once in a database. It is the same for all, so the others leave it out.</summary>
    private static readonly Dictionary<string, string> s_casesWithScopeScript = new() { ["Sqlite"] = "Todo", ["PostgreSql"] = "PostgreSql", ["MySql"] = "MySql", ["SqlServer"] = "SqlServer" };

    private const string UpdateVariable = "SYNCGEN_UPDATE_GOLDEN";
    private const string InputEnd = ".input.cs";
    private const string DocumentEnd = ".input.sync.json";
    private const string OutputEnd = ".output.g.cs";

    private static readonly string s_folder = Path.Combine(RepositoryFolder.Path, "tests", "SyncGen.Generators.Tests", "Golden");

    /// <summary>The names of all cases.</summary>
    public static IReadOnlyList<string> Cases =>
        [.. new[] { InputEnd, DocumentEnd }.SelectMany(end => Directory.GetFiles(s_folder, "*" + end).Select(p => Path.GetFileName(p)[..^end.Length])).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The outputs that belong to no input any more.</summary>
    public static IEnumerable<string> Orphans =>
        Directory.GetFiles(s_folder, "*" + OutputEnd).Select(p => Path.GetFileName(p)[..^OutputEnd.Length]).Except(Cases);

    /// <summary>The project of a case: a file of code, a document, or both, and the templates that are named after it.</summary>
    public static TestProject Project(string name)
    {
        var (code, document) = (Path.Combine(s_folder, name + InputEnd), Path.Combine(s_folder, name + DocumentEnd));
        var project = TestProject.Of(File.Exists(code) ? Read(code) : "");
        project = File.Exists(document) ? project with { Documents = TestProject.OfDocument(Read(document)).Documents } : project;
        var templates = Directory.GetFiles(s_folder, $"{name}.*.sync.scriban").Select(p => KeyValuePair.Create(Path.GetFileName(p)[(name.Length + 1)..], Read(p)));
        return project with { Documents = project.Documents.Concat(templates).ToDictionary(f => f.Key, f => f.Value) };
    }

    /// <summary>A case's input.</summary>
    public static string Input(string name) => Read(File.Exists(Path.Combine(s_folder, name + DocumentEnd)) ? Path.Combine(s_folder, name + DocumentEnd) : Path.Combine(s_folder, name + InputEnd));

    /// <summary>Fails, and shows the first line that differs, unless the files are as approved.</summary>
    public static void Check(string name, IReadOnlyDictionary<string, string> files)
    {
        var actual = Join(files);
        actual = ScopeScript().Replace(actual, match => ShownScopeScript(match, name));
        var path = Path.Combine(s_folder, name + OutputEnd);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"{name} has no approved output: run the tests with {UpdateVariable}=1, and read what comes out.");
        var expectedLines = Read(path).Split('\n');
        var actualLines = actual.Split('\n');
        for (var i = 0; i < Math.Max(expectedLines.Length, actualLines.Length); i++)
        {
            var expected = i < expectedLines.Length ? expectedLines[i] : "(end)";
            var line = i < actualLines.Length ? actualLines[i] : "(end)";
            Assert.True(
                expected == line,
                $"{name}{OutputEnd}, line {i + 1}:\n  approved: {expected}\n  emitted:  {line}\nIf that is meant, run the tests with {UpdateVariable}=1.");
        }
    }

    private static string Join(IReadOnlyDictionary<string, string> files)
    {
        var text = new StringBuilder();
        foreach (var (name, content) in files)
        {
            text.Append("//==== ").Append(name).Append('\n').Append(content);
        }

        return text.ToString();
    }

    private static string ShownScopeScript(Match match, string name)
    {
        var shown = s_casesWithScopeScript[match.Groups["database"].Value];
        return shown == name ? match.Value : $"{match.Groups["opening"].Value} … as in {shown} …";
    }

    [GeneratedRegex(@"(?<opening>RelationalScripts (?<database>\w+) = new\().*?(?=\n +Tables:)", RegexOptions.Singleline)]
    private static partial Regex ScopeScript();

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
