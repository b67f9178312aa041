using Microsoft.CodeAnalysis;

namespace SyncGen.CodeFixes.Editing;

/// <summary>How a type is written at a place.</summary>
/// <param name="Text">The name.</param>
/// <param name="Import">The namespace that a using directive has to bring for it; null if it needs none.</param>
internal sealed record TypeNames(string Text, string? Import)
{
    private const string AttributeEnd = "Attribute";

    /// <summary>The short name, where it is seen or can be imported; the full one where it stands for something else.</summary>
    public static TypeNames Of(INamedTypeSymbol type, SemanticModel model, int position)
    {
        var isAttribute = type.Name.EndsWith(AttributeEnd, StringComparison.Ordinal);
        var text = isAttribute ? type.Name.Substring(0, type.Name.Length - AttributeEnd.Length) : type.Name;
        var seen = model.LookupNamespacesAndTypes(position, name: type.Name);
        var others = isAttribute ? model.LookupNamespacesAndTypes(position, name: text) : [];
        var space = type.ContainingNamespace.ToDisplayString();
        if (others.Length > 0 || seen.Any(s => !SymbolEqualityComparer.Default.Equals(s, type)))
        {
            return new TypeNames($"global::{space}.{type.Name}", null);
        }

        return new TypeNames(text, seen.Length > 0 ? null : space);
    }
}
