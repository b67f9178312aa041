using Microsoft.CodeAnalysis;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.Generators.Extraction;

/// <summary>Names of symbols as the model has them.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat s_full = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat s_attribute = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary>The name from <c>global::</c> on, without nullable annotations on references.</summary>
    public static string FullName(ITypeSymbol type) => type.ToDisplayString(s_full);

    /// <summary>The name of an attribute's class, as <see cref="AttributeNames"/> has it.</summary>
    public static string AttributeName(AttributeData attribute) => attribute.AttributeClass?.OriginalDefinition.ToDisplayString(s_attribute) ?? "";

    public static string Namespace(ITypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? FullNamespace(space) : "";

    public static TypeReference Reference(ITypeSymbol type) => new(FullName(type), Escape(type.Name), Namespace(type));

    public static string Escape(string name) => CodeGeneration.Emission.CSharp.CSharpIdentifier.Escape(name);

    private static string FullNamespace(INamespaceSymbol space) =>
        space.ToDisplayString(s_full.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
}
