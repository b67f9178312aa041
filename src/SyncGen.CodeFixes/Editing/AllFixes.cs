using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace SyncGen.CodeFixes.Editing;

/// <summary>Makes the changes for many findings at once: all those of a document from its first state, so that none undoes another.</summary>
internal sealed class AllFixes : FixAllProvider
{
    public static AllFixes Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var edits = new List<FixEdit>();
        foreach (var diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document
                && await ((SyncFix)fixAllContext.CodeFixProvider).EditOfAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { } edit)
            {
                edits.Add(edit);
            }
        }

        return edits.Count == 0 ? null : CodeAction.Create(edits[0].Title, token => ApplyAsync(fixAllContext.Solution, edits, token), fixAllContext.CodeActionEquivalenceKey);
    }

    /// <summary>The solution with the changes made.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<FixEdit> edits, CancellationToken cancellationToken)
    {
        foreach (var group in edits.GroupBy(edit => edit.Target.Id))
        {
            var root = await group.First().Target.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var editor = new SyntaxEditor(root!, solution.Services);
            foreach (var edit in group)
            {
                edit.Apply(editor);
            }

            var changed = group.Select(edit => edit.Import).OfType<string>().Aggregate(editor.GetChangedRoot(), Imports.Add);
            solution = solution.WithDocumentSyntaxRoot(group.Key, changed);
        }

        return solution;
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            default:
                var all = await Task.WhenAll(context.Solution.Projects.Select(context.GetAllDiagnosticsAsync)).ConfigureAwait(false);
                return all.SelectMany(diagnostics => diagnostics);
        }
    }
}
