using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SyncGen.CodeFixes.Editing;

/// <summary>Offers a change for some rules, where there is one right answer.</summary>
internal abstract class SyncFix(params string[] rules) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. rules];

    public sealed override FixAllProvider GetFixAllProvider() => AllFixes.Instance;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await EditOfAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } edit)
            {
                var solution = context.Document.Project.Solution;
                context.RegisterCodeFix(CodeAction.Create(edit.Title, token => AllFixes.ApplyAsync(solution, [edit], token), GetType().Name), diagnostic);
            }
        }
    }

    /// <summary>The change for a finding; null where the answer is not plain.</summary>
    public async Task<FixEdit?> EditOfAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
        {
            return null;
        }

        // Of nodes with one span the innermost: an expression, and not the argument that it is.
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return Find(new FixPlace(document, model, node, diagnostic), cancellationToken);
    }

    /// <summary>The change for a finding; null where the answer is not plain.</summary>
    protected abstract FixEdit? Find(FixPlace place, CancellationToken cancellationToken);
}
