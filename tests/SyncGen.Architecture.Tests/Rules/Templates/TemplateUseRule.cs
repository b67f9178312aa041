using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Templates;

/// <summary>Every template is rendered by the engine, or included by one that is.</summary>
internal sealed class TemplateUseRule : Rule
{
    public override string Reason => "A template that the engine does not name is dead text that looks alive: use it or delete it.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(
            ("templates/csharp/codec.sbn-cs", "class"),
            ("src/SyncGen.CodeGeneration/Emitter.cs", "class Emitter { /* codec */ string Name => \"other\"; }")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        var names = tree.Sources.Where(file => file.IsUnder("src/SyncGen.CodeGeneration")).SelectMany(Strings)
            .Concat(tree.Templates.SelectMany(template => template.Text.Split('"', '\''))).ToHashSet(StringComparer.Ordinal);
        return tree.Templates.Where(template => !NamesOf(template).Any(names.Contains)).Select(template => $"Nothing names {template.Path}");
    }

    private static IEnumerable<string> Strings(TreeFile file) =>
        file.Syntax.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText);

    // templates/csharp/codec.sbn-cs may be called csharp/codec.sbn-cs, csharp/codec, codec.sbn-cs or codec.
    private static IEnumerable<string> NamesOf(TreeFile template)
    {
        var path = template.Path["templates/".Length..];
        return [path, path.Split('.')[0], template.Name, template.Name.Split('.')[0]];
    }
}
