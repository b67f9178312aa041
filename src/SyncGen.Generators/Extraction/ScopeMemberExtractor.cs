using Microsoft.CodeAnalysis;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads the members that the user's part of a scope's class declares.</summary>
internal static class ScopeMemberExtractor
{
    public static EquatableArray<ScopeMember> Extract(INamedTypeSymbol type) =>
        type.GetMembers()
            .Where(m => !m.IsImplicitlyDeclared && m is not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
            .Select(Member)
            .ToEquatableArray();

    private static ScopeMember Member(ISymbol member) => new(
        member.Name,
        member is IMethodSymbol,
        member is IMethodSymbol { IsPartialDefinition: true } or IMethodSymbol { PartialDefinitionPart: not null } || IsPartialPart(member),
        member is IMethodSymbol method ? method.Parameters.Select(p => SymbolNames.FullName(p.Type)).ToEquatableArray() : [],
        SourceTokens.Of(member));

    // The user's part of a hook has no other part before the generator has run.
    private static bool IsPartialPart(ISymbol member) =>
        member.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax method
            && method.Modifiers.Any(m => m.Text == "partial"));
}
