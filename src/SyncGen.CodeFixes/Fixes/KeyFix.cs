using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SyncGen.CodeFixes.Editing;

namespace SyncGen.CodeFixes.Fixes;

/// <summary>SYNC0101: marks the property that can only be the key, or adds one.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class KeyFix() : SyncFix("SYNC0101")
{
    private static readonly string[] s_words = ["Key", "Guid", "Uuid", "Uid", "Identifier", "Number", "Code"];

    private static readonly string[] s_types = ["System.Guid", "string", "long", "int", "short", "byte", "ulong", "uint", "ushort", "sbyte"];

    protected override FixEdit? Find(FixPlace place, CancellationToken cancellationToken)
    {
        if (place.Around<TypeDeclarationSyntax>() is not { } declaration || place.Model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type)
        {
            return null;
        }

        if (Evident(type) is { } key)
        {
            return key.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is PropertyDeclarationSyntax property
                && property.SyntaxTree == declaration.SyntaxTree
                && place.Model.Compilation.GetTypeByMetadataName(Known.Key) is { } attribute
                ? Mark(place, key, property, TypeNames.Of(attribute, place.Model, property.SpanStart))
                : null;
        }

        return type.GetMembers("Id").Length > 0 || place.Model.Compilation.GetTypeByMetadataName("System.Guid") is not { } guid
            ? null
            : Add(place, declaration, TypeNames.Of(guid, place.Model, declaration.SpanStart));
    }

    private static FixEdit Mark(FixPlace place, IPropertySymbol key, PropertyDeclarationSyntax property, TypeNames attribute) =>
        place.Edit($"Mark '{key.Name}' with [Key]", editor => editor.AddAttribute(property, editor.Generator.Attribute(attribute.Text))) with { Import = attribute.Import };

    private static FixEdit Add(FixPlace place, TypeDeclarationSyntax declaration, TypeNames guid)
    {
        var key = MemberEdits.AutoProperty("Id", SyntaxFactory.ParseTypeName(guid.Text));
        var edit = place.Edit("Add a key 'Id'", editor => editor.ReplaceNode(declaration, (current, _) => MemberEdits.InsertFirst((TypeDeclarationSyntax)current, key)));
        return edit with { Import = guid.Import };
    }

    private static IPropertySymbol? Evident(INamedTypeSymbol type)
    {
        var fit = Known.Properties(type).Where(p => p.SetMethod is not null && s_types.Contains(p.Type.ToDisplayString()) && !IsForeignKey(p, type)).ToArray();
        var named = fit.Where(p => s_words.Any(w => p.Name == w || p.Name == type.Name + w)).ToArray();
        var guids = fit.Where(p => p.Type.ToDisplayString() == "System.Guid").ToArray();
        return named.Length == 1 ? named[0] : named.Length == 0 && guids.Length == 1 ? guids[0] : null;
    }

    private static bool IsForeignKey(IPropertySymbol property, INamedTypeSymbol type) =>
        property.Has(Known.ForeignKey)
        || (property.Name.EndsWith("Id", StringComparison.Ordinal) && Known.Properties(type).Any(n => n.Name + "Id" == property.Name))
        || Known.Properties(type).Any(n => n.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == Known.ForeignKey && a.ConstructorArguments is [{ Value: string names }] && names.Split(',').Any(name => name.Trim() == property.Name)));
}
