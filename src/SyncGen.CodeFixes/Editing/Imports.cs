using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SyncGen.CodeFixes.Editing;

/// <summary>Adds using directives: in their order, and below what heads the file.</summary>
internal static class Imports
{
    public static SyntaxNode Add(SyntaxNode root, string space)
    {
        if (root is not CompilationUnitSyntax unit || unit.Usings.Any(u => u.Alias is null && u.NamespaceOrType.ToString() == space))
        {
            return root;
        }

        var line = root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } own ? own : SyntaxFactory.LineFeed;
        var added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space)).NormalizeWhitespace().WithTrailingTrivia(line);
        if (unit.Usings.Count == 0)
        {
            return First(unit, added, line);
        }

        var place = unit.Usings.TakeWhile(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) || Rank(u.NamespaceOrType.ToString(), space) < 0).Count();
        if (place > 0)
        {
            return unit.WithUsings(unit.Usings.Insert(place, added));
        }

        var next = unit.Usings[0];
        return unit.WithUsings(unit.Usings.Replace(next, next.WithoutLeadingTrivia()).Insert(0, added.WithLeadingTrivia(next.GetLeadingTrivia())));
    }

    // What stands before the first declaration heads the file, unless it documents the declaration.
    private static SyntaxNode First(CompilationUnitSyntax unit, UsingDirectiveSyntax added, SyntaxTrivia line)
    {
        var token = unit.GetFirstToken(includeZeroWidth: true);
        var heads = !token.LeadingTrivia.Any(t => t.HasStructure);
        var bare = heads ? unit.ReplaceToken(token, token.WithLeadingTrivia()) : unit;
        return bare.WithUsings([added.WithLeadingTrivia(heads ? token.LeadingTrivia : default).WithTrailingTrivia(line, line)]);
    }

    private static int Rank(string left, string right)
    {
        var (leftIsSystem, rightIsSystem) = (IsSystem(left), IsSystem(right));
        return leftIsSystem == rightIsSystem ? string.CompareOrdinal(left, right) : leftIsSystem ? -1 : 1;
    }

    private static bool IsSystem(string space) => space == "System" || space.StartsWith("System.", StringComparison.Ordinal);
}
