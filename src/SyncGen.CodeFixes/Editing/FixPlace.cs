using Microsoft.CodeAnalysis;

namespace SyncGen.CodeFixes.Editing;

/// <summary>Where a finding stands.</summary>
/// <param name="Document">The document.</param>
/// <param name="Model">What its code means.</param>
/// <param name="Node">The outermost node that the finding covers.</param>
/// <param name="Diagnostic">The finding.</param>
internal sealed record FixPlace(Document Document, SemanticModel Model, SyntaxNode Node, Diagnostic Diagnostic)
{
    /// <summary>What the message of the finding names at a place, such as <c>1</c> for <c>{1}</c>; empty if it names nothing there.</summary>
    public string Argument(int index) =>
        Diagnostic.Properties.TryGetValue(index.ToString(System.Globalization.CultureInfo.InvariantCulture), out var value) && value is not null ? value : "";

    /// <summary>The node, or the innermost one around it, of a type.</summary>
    public TNode? Around<TNode>()
        where TNode : SyntaxNode => Node.FirstAncestorOrSelf<TNode>();

    public FixEdit Edit(string title, Action<Microsoft.CodeAnalysis.Editing.SyntaxEditor> apply) => new(title, Document, apply);
}
