using Microsoft.CodeAnalysis;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads an entity class.</summary>
internal static class EntityExtractor
{
    public static EntityDeclaration Extract(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var entity = new EntityDeclaration(SymbolNames.Reference(type), SourceTokens.Of(type))
        {
            Shape = Shape(type, compilation),
            EntityBase = EntityBase(type)?.Name,
            Properties = PropertyExtractor.Extract(type, compilation, cancellationToken),
            Constructors = ConstructorExtractor.Extract(type, compilation),
            RequiredMembers = ConstructorExtractor.RequiredMembers(type),
        };
        foreach (var attribute in type.GetAttributes())
        {
            entity = Add(entity, attribute, cancellationToken);
        }

        return entity;
    }

    private static EntityDeclaration Add(EntityDeclaration entity, AttributeData attribute, CancellationToken cancellationToken) =>
        SymbolNames.AttributeName(attribute) switch
        {
            AttributeNames.Entity => entity with { EnumsByName = AttributeArguments.Named<bool>(attribute, "EnumsByName") },
            AttributeNames.TableName => entity with
            {
                TableName = AttributeArguments.At<string>(attribute, 0) is { } name ? new(name, SourceTokens.OfArgument(attribute, 0, cancellationToken)) : null,
                Schema = AttributeArguments.Named<string>(attribute, "Schema"),
            },
            AttributeNames.FormerNames => entity with { FormerNames = AttributeArguments.Texts(attribute, cancellationToken) },
            AttributeNames.PrimaryKey => entity with { PrimaryKey = new(PrimaryKey(attribute), SourceTokens.Of(attribute, cancellationToken)) },
            _ => entity,
        };

    // EF Core's attribute takes one name, then any number more.
    private static EquatableArray<string> PrimaryKey(AttributeData attribute) =>
        attribute.ConstructorArguments
            .SelectMany(a => a.Kind == TypedConstantKind.Array ? a.Values : [a])
            .Select(a => a.Value as string)
            .OfType<string>()
            .ToEquatableArray();

    private static EntityShape Shape(INamedTypeSymbol type, Compilation compilation)
    {
        var shape = EntityShape.Plain;
        shape |= type.IsAbstract && !type.IsStatic ? EntityShape.Abstract : 0;
        shape |= type.IsStatic ? EntityShape.Static : 0;
        shape |= type.IsValueType ? EntityShape.Struct : 0;
        shape |= type.IsFileLocal ? EntityShape.FileLocal : 0;
        shape |= compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) ? 0 : EntityShape.Inaccessible;
        for (var level = type; level is not null; level = level.ContainingType)
        {
            shape |= level.TypeParameters.Length > 0 ? EntityShape.Generic : 0;
        }

        return shape;
    }

    private static INamedTypeSymbol? EntityBase(INamedTypeSymbol type)
    {
        var level = type.BaseType;
        while (level is not null && !PropertyTypeExtractor.IsEntity(level))
        {
            level = level.BaseType;
        }

        return level;
    }
}
