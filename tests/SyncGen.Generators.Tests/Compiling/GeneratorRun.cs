using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SyncGen.Generators.Tests.Compiling;

/// <summary>A run of the generator over a project.</summary>
internal sealed class GeneratorRun
{
    private readonly CSharpGeneratorDriver _driver;
    private readonly IReadOnlyList<TestDocument> _documents;

    private GeneratorRun(CSharpGeneratorDriver driver, IReadOnlyList<TestDocument> documents, CSharpCompilation before, Compilation after)
    {
        _driver = driver;
        _documents = documents;
        Before = before;
        After = after;
        Result = driver.GetRunResult().Results.Single();
        Assert.Null(Result.Exception);
    }

    public CSharpCompilation Before { get; }

    public Compilation After { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>The emitted files by hint name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        new SortedDictionary<string, string>(Result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString()), StringComparer.Ordinal);

    /// <summary>What the generator reported, as <c>SYNC0101 at 'text'</c>.</summary>
    public IEnumerable<string> Findings => Result.Diagnostics.Select(d => $"{d.Id} at '{TextOf(d.Location)}'");

    /// <summary>Errors anywhere, and warnings in emitted files.</summary>
    public IEnumerable<Diagnostic> Complaints =>
        After.GetDiagnostics().Where(d =>
            d.Severity == DiagnosticSeverity.Error
            || (d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree is { } tree && !Before.SyntaxTrees.Contains(tree)));

    public static GeneratorRun Of(TestProject project)
    {
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        TestDocument[] documents = [.. project.Documents.Select(d => new TestDocument(d.Key, d.Value))];
        var driver = CSharpGeneratorDriver.Create([new SyncGenerator().AsSourceGenerator()], documents, project.ParseOptions, optionsProvider: null, options);
        return Run(driver, documents, project.Compile());
    }

    /// <summary>The next run, after an edit.</summary>
    public GeneratorRun Then(CSharpCompilation compilation) => Run(_driver, _documents, compilation);

    /// <summary>The next run, with one document changed.</summary>
    public GeneratorRun ThenEditDocument(string file, Func<string, string> edit)
    {
        var document = _documents.Single(d => d.Path == file);
        var edited = new TestDocument(file, edit(document.Text));
        return Run((CSharpGeneratorDriver)_driver.ReplaceAdditionalText(document, edited), [.. _documents.Select(d => d == document ? edited : d)], Before);
    }

    /// <summary>The next run, with one file changed.</summary>
    public GeneratorRun ThenEdit(string file, Func<string, string> edit)
    {
        var tree = Before.SyntaxTrees.Single(t => t.FilePath == file);
        var text = edit(tree.ToString());
        return Then(Before.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, file)));
    }

    private static GeneratorRun Run(GeneratorDriver driver, IReadOnlyList<TestDocument> documents, CSharpCompilation before)
    {
        var next = (CSharpGeneratorDriver)driver.RunGeneratorsAndUpdateCompilation(before, out var after, out _);
        return new GeneratorRun(next, documents, before, after);
    }

    /// <summary>The words that a location covers.</summary>
    public string TextOf(Location location) =>
        location.SourceTree is { } tree ? tree.GetText().ToString(location.SourceSpan)
        : _documents.SingleOrDefault(d => d.Path == location.GetLineSpan().Path) is { } document ? document.TextAt(location)
        : "nowhere";

    /// <summary>The line that a location begins in.</summary>
    public string LineAt(Location location) =>
        location.SourceTree is { } tree
            ? tree.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString()
            : _documents.Single(d => d.Path == location.GetLineSpan().Path).LineAt(location);
}
