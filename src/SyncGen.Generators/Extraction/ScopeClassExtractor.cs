using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads how a scope's class is declared.</summary>
internal static class ScopeClassExtractor
{
    public static ScopeClass Extract(INamedTypeSymbol type) =>
        new(SymbolNames.Reference(type), Declaration(type), Containers(type).Select(Declaration).ToEquatableArray())
        {
            Visibility = Containers(type).Append(type).Min(VisibilityOf),
        };

    public static ScopeShape Shape(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var containers = Containers(type).ToArray();
        var shape = ScopeShape.Plain;
        shape |= IsPartial(type, cancellationToken) ? 0 : ScopeShape.NotPartial;
        shape |= containers.All(t => IsPartial(t, cancellationToken)) ? 0 : ScopeShape.ContainerNotPartial;
        shape |= containers.Append(type).Any(t => t.TypeParameters.Length > 0) ? ScopeShape.Generic : 0;
        shape |= containers.Append(type).Any(t => t.IsFileLocal) ? ScopeShape.FileLocal : 0;
        return shape;
    }

    private static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        var containers = new Stack<INamedTypeSymbol>();
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Push(container);
        }

        return containers;
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return $"partial {kind} {SymbolNames.Escape(type.Name)}";
    }

    private static ClassVisibility VisibilityOf(INamedTypeSymbol type) => type.DeclaredAccessibility switch
    {
        Accessibility.Public => ClassVisibility.Public,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => ClassVisibility.Internal,
        _ => ClassVisibility.Private,
    };

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
