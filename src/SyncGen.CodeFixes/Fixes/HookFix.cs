using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0401: makes a method the user's part of a conflict hook.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class HookFix() : SyncFix("SYNC0401")
{
    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken) =>
        place.Around<MethodDeclarationSyntax>() is { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } method
        && method.ParameterList.Parameters is [{ Modifiers.Count: 0 }, { Modifiers: [{ RawKind: (int)SyntaxKind.RefKeyword }] }]
        && !method.Modifiers.Any(m => m.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.NewKeyword)
        && (method.Modifiers.Any(SyntaxKind.StaticKeyword) || !UsesInstance(method, place.Model, cancellationToken))
            ? place.Edit("Make it the conflict hook", editor => editor.ReplaceNode(method, (current, _) => ModifierEdits.MakeHook((MemberDeclarationSyntax)current)))
            : null;

    private static bool UsesInstance(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetDeclaredSymbol(method, cancellationToken)!.ContainingType;
        return method.DescendantNodes().Any(n =>
            n is ThisExpressionSyntax or BaseExpressionSyntax
            || (n is SimpleNameSyntax { Parent: not MemberAccessExpressionSyntax } name
                && model.GetSymbolInfo(name, cancellationToken).Symbol is { IsStatic: false, Kind: SymbolKind.Method or SymbolKind.Property or SymbolKind.Field or SymbolKind.Event } symbol
                && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, type)));
    }
}
