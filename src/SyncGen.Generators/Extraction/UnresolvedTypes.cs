using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Properties of a class that the compiler does not know, or of many of it: what their names may stand for.</summary>
internal static class UnresolvedTypes
{
    public static PropertyType WithNames(PropertyType type, IPropertySymbol property, Compilation compilation, CancellationToken cancellationToken)
    {
        var item = type.IsError ? null : PropertyTypeExtractor.ItemOf(property.Type);
        if (!type.IsError && item?.TypeKind != TypeKind.Error)
        {
            return type;
        }

        var syntax = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax declared => declared.Type,
            ParameterSyntax parameter => parameter.Type,
            _ => null,
        };
        return type with
        {
            IsError = true,
            IsCollection = item is not null,
            Before = new NameLookup(compilation, cancellationToken).Of(WrittenName.Innermost(syntax)),
        };
    }
}
