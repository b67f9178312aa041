using Microsoft.CodeAnalysis;

namespace SyncGen.CodeFixes.Editing;

/// <summary>The full names of attributes, and who has them.</summary>
internal static class Known
{
    public const string Entity = "SyncGen.SyncEntityAttribute";
    public const string Scope = "SyncGen.SyncScopeAttribute";
    public const string Table = "SyncGen.SyncTableAttribute";
    public const string Key = "System.ComponentModel.DataAnnotations.KeyAttribute";
    public const string NotMapped = "System.ComponentModel.DataAnnotations.Schema.NotMappedAttribute";
    public const string ForeignKey = "System.ComponentModel.DataAnnotations.Schema.ForeignKeyAttribute";
    public const string DatabaseGenerated = "System.ComponentModel.DataAnnotations.Schema.DatabaseGeneratedAttribute";
    public const string PrimaryKey = "Microsoft.EntityFrameworkCore.PrimaryKeyAttribute";

    public static bool Has(this ISymbol symbol, string attribute) => symbol.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == attribute);

    /// <summary>The public properties of a class and its bases that are not excluded.</summary>
    public static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        for (var level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>().Where(p => p is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public } && !p.Has(NotMapped)))
            {
                yield return property;
            }
        }
    }

    /// <summary>The entity that a property refers to, or each of many; null if it is a column.</summary>
    public static INamedTypeSymbol? Target(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String)
        {
            return null;
        }

        var item = type is IArrayTypeSymbol array ? array.ElementType : ItemOf(type) ?? type;
        return item is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } target ? target : null;
    }

    /// <summary>The type of a collection's items; null if it is none.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } itself ? [itself] : type.AllInterfaces.AsEnumerable())
            .FirstOrDefault(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            ?.TypeArguments[0];
}
