using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>
/// Where the language looks for a type by a name: the members of each namespace around it from the innermost on, and what the
/// using directives beside them bring. By syntax, since classes that are yet to be emitted have no symbols.
/// </summary>
internal sealed class NameLookup(Compilation compilation, CancellationToken cancellationToken)
{
    private IReadOnlyList<UsingDirectiveSyntax>? _globalUsings;

    public NameLevels Of(TypeSyntax? syntax)
    {
        if (WrittenName.Of(syntax) is not { } name)
        {
            return NameLevels.None;
        }

        if (name.IsGlobal)
        {
            return new NameLevels([[Full("", name.Text)]]);
        }

        var levels = new List<EquatableArray<string>>();
        for (var scope = syntax!.Parent; scope is not null; scope = scope.Parent)
        {
            if (scope is BaseNamespaceDeclarationSyntax declaration)
            {
                Add(levels, name, NamespaceScope.Of(declaration));
            }
            else if (scope is CompilationUnitSyntax unit)
            {
                Add(levels, name, NamespaceScope.Of(unit, _globalUsings ??= GlobalUsings()));
            }
        }

        return new NameLevels(levels.ToEquatableArray());
    }

    private static void Add(List<EquatableArray<string>> levels, WrittenName name, NamespaceScope scope)
    {
        if (name.Alias is null)
        {
            levels.Add([Full(scope.Namespaces[0], name.Text)]);
        }

        // An alias stands for its target, which no other using directive helps to find.
        var first = name.Alias ?? name.Parts[0];
        foreach (var target in scope.Usings.Where(u => u.Alias?.Name.Identifier.ValueText == first).Select(u => WrittenName.Of(u.NamespaceOrType)).OfType<WrittenName>())
        {
            var rest = name.Alias is null ? name.Parts.Skip(1) : name.Parts;
            var expanded = target with { Parts = [.. target.Parts, .. rest] };
            levels.AddRange(scope.Around(expanded).Select(space => (EquatableArray<string>)[Full(space, expanded.Text)]));
        }

        if (name.Alias is null && name.Parts.Count == 1)
        {
            var imports = scope.Usings
                .Where(u => u.Alias is null && !u.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
                .Select(u => WrittenName.Of(u.NamespaceOrType))
                .OfType<WrittenName>()
                .ToArray();
            for (var depth = 0; depth < scope.Namespaces.Count; depth++)
            {
                levels.Add(imports
                    .Select(import => scope.Around(import).Skip(depth).Select(space => Full(space, $"{import.Text}.{name.Text}")).FirstOrDefault())
                    .OfType<string>()
                    .ToEquatableArray());
            }
        }

        if (name.Alias is null)
        {
            levels.AddRange(scope.Own.Skip(1).Select(space => (EquatableArray<string>)[Full(space, name.Text)]));
        }
    }

    private IReadOnlyList<UsingDirectiveSyntax> GlobalUsings() =>
        [.. compilation.SyntaxTrees
            .Select(tree => tree.GetRoot(cancellationToken))
            .OfType<CompilationUnitSyntax>()
            .SelectMany(unit => unit.Usings)
            .Where(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))];

    private static string Full(string space, string name) => space.Length == 0 ? "global::" + name : $"global::{space}.{name}";
}
