using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.CodeFixes.Editing;
using SyncGen.Generators;
using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.CodeFixes.Tests.Running;

/// <summary>A user's project as an editor has it.</summary>
internal sealed class FixProject
{
    private readonly Project _project;

    private FixProject(Project project) => _project = project;

    /// <summary>One of each provider of fixes that an editor finds in the assembly.</summary>
    public static IReadOnlyList<CodeFixProvider> Providers { get; } =
    [
        .. typeof(SyncFix).Assembly.GetTypes()
            .Where(t => t.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(t => (CodeFixProvider)Activator.CreateInstance(t)!),
    ];

    public static FixProject Of(TestProject project)
    {
        var compilation = project.Compile();
        var made = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            project.AssemblyName,
            project.AssemblyName,
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: project.ParseOptions.WithDocumentationMode(DocumentationMode.Parse),
            metadataReferences: compilation.References)).Projects.Single();
        foreach (var tree in compilation.SyntaxTrees)
        {
            made = made.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        }

        return Open(made);
    }

    public async Task<string> TextAsync(string file = "Code.cs") => (await Document(file).GetTextAsync()).ToString();

    /// <summary>What the generator, and in code that compiles the analyzers, find; and errors and warnings of the compiler.</summary>
    public async Task<(IReadOnlyList<Diagnostic> Found, IReadOnlyList<Diagnostic> Complaints)> FindAsync()
    {
        var before = (await _project.GetCompilationAsync())!;
        var driver = CSharpGeneratorDriver.Create([new SyncGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)_project.ParseOptions!)
            .RunGeneratorsAndUpdateCompilation(before, out var after, out _);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        var complaints = after.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).ToArray();
        var found = driver.GetRunResult().Diagnostics.Concat(complaints.Any(d => d.Severity == DiagnosticSeverity.Error) ? [] : await AnalyzerRun.OfAsync(after));
        return ([.. found], complaints);
    }

    /// <summary>The changes that are offered for a finding.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferedAsync(Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        if (_project.GetDocument(finding.Location.SourceTree) is { } document)
        {
            foreach (var provider in Providers.Where(p => p.FixableDiagnosticIds.Contains(finding.Id)))
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), default));
            }
        }

        return actions;
    }

    /// <summary>The project after a change.</summary>
    public async Task<FixProject> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(default);
        return Open(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(_project.Id)!);
    }

    /// <summary>The project after all findings of a rule are put right at once.</summary>
    public async Task<FixProject> ApplyAllAsync(string id, FixAllScope scope)
    {
        var provider = Providers.Single(p => p.FixableDiagnosticIds.Contains(id));
        var findings = (await FindAsync()).Found.Where(d => d.Id == id).ToArray();
        var context = new FixAllContext(Document("Code.cs"), provider, scope, provider.GetType().Name, [id], new KnownFindings(findings), default);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(action!);
    }

    // What is not the workspace's own state is not cleaned up after a change.
    private static FixProject Open(Project project)
    {
        Assert.True(project.Solution.Workspace.TryApplyChanges(project.Solution));
        return new FixProject(project.Solution.Workspace.CurrentSolution.GetProject(project.Id)!);
    }

    private Document Document(string file) => _project.Documents.Single(d => d.Name == file);
}
