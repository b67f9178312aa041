using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Code;

/// <summary>Classes are sealed unless they are made to be derived from.</summary>
internal sealed class SealedRule : Rule
{
    public override string Reason =>
        "A class that can be derived from by accident can never be changed again: make it sealed, static or abstract, or give it the virtual member that a deriver is meant to replace.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("src/SyncGen/A.cs", "public class A;")),
        RepositoryTree.Of(("src/SyncGen/A.cs", "internal sealed class A { private class B { } }")),
        RepositoryTree.Of(("src/SyncGen/A.cs", "internal record A(int B);")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        var classes = tree.Sources.SelectMany(file => file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>().Select(type => (file, type)))
            .Where(pair => IsClass(pair.type)).ToList();
        var bases = classes.SelectMany(pair => pair.type.BaseList?.Types ?? []).Select(type => NameOf(type.Type)).ToHashSet();
        return from pair in classes
               where !IsDecided(pair.type) && !bases.Contains(pair.type.Identifier.Text)
               select $"{pair.file.At(pair.type.Identifier.SpanStart)}: {pair.type.Identifier.Text}";
    }

    private static bool IsClass(TypeDeclarationSyntax type) =>
        type is ClassDeclarationSyntax || (type is RecordDeclarationSyntax && !type.IsKind(SyntaxKind.RecordStructDeclaration));

    private static bool IsDecided(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword)
        || type.Members.Any(member => member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.VirtualKeyword)));

    private static string NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => type.ToString(),
    };
}
