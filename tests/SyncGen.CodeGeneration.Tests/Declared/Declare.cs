using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Building;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Tests.Declared;

/// <summary>Declarations as a host could have read them.</summary>
internal static class Declare
{
    public static HostOptions Options { get; } = new(Databases.Sqlite, HasServices: true, HasEndpoints: true, HasHttp: true, LanguageVersion: 1400);

    public static TypeReference Type(string name, string space = "App") => new($"global::{space}.{name}", name, space);

    /// <summary>A class with a constructor that takes nothing.</summary>
    public static EntityDeclaration Entity(string name, params PropertyDeclaration[] properties) => new(Type(name), SourceToken.None)
    {
        Properties = properties.ToEquatableArray(),
        Constructors = [new ConstructorDeclaration([], SetsRequiredMembers: false)],
    };

    public static PropertyDeclaration Property(string name, StoredType type, bool isNullable = false, PropertyAnnotations? annotations = null)
    {
        var isValueType = type is not (StoredType.String or StoredType.Binary);
        var propertyType = new PropertyType(TypeName(type), isNullable ? Nullability.Nullable : Nullability.NotNull, isValueType) { Stored = type };
        return new PropertyDeclaration(name, propertyType, PropertySetter.Accessible, annotations ?? PropertyAnnotations.None, SourceToken.None, SourceToken.None);
    }

    /// <summary>A property that must be set, as a foreign key to the class that the navigation refers to.</summary>
    public static PropertyDeclaration Navigation(string name, string target, string? foreignKey = null)
    {
        var type = new PropertyType(Type(target).FullName, Nullability.Nullable, IsValueType: false) { Target = Type(target), IsTargetEntity = true };
        var annotations = foreignKey is null ? PropertyAnnotations.None : new PropertyAnnotations { ForeignKey = new(foreignKey, SourceToken.None) };
        return new PropertyDeclaration(name, type, PropertySetter.Accessible, annotations, SourceToken.None, SourceToken.None);
    }

    public static ScopeDeclaration Scope(string name, params EntityDeclaration[] entities)
    {
        var scopeClass = new ScopeClass(Type("TheScope"), "partial class TheScope", []);
        return new ScopeDeclaration(scopeClass, new Annotated<string>(name, SourceToken.None), SourceToken.None)
        {
            Entries = entities.Select(e => new ScopeEntry(e.Type, SourceToken.None, IsEntity: true, IsError: false)).ToEquatableArray(),
        };
    }

    /// <summary>The scope of these entities, which has no fault.</summary>
    public static ScopeModel Model(string name, params EntityDeclaration[] entities) => Model(Scope(name, entities), entities);

    public static ScopeModel Model(ScopeDeclaration scope, params EntityDeclaration[] entities)
    {
        var result = ModelBuilder.Build([scope], entities, Options);
        Assert.Empty(result.Findings);
        return Assert.Single(result.Scopes);
    }

    private static string TypeName(StoredType type) => type switch
    {
        StoredType.Boolean => "bool",
        StoredType.Byte => "byte",
        StoredType.SByte => "sbyte",
        StoredType.Int16 => "short",
        StoredType.UInt16 => "ushort",
        StoredType.Int32 => "int",
        StoredType.UInt32 => "uint",
        StoredType.Int64 => "long",
        StoredType.UInt64 => "ulong",
        StoredType.Single => "float",
        StoredType.Double => "double",
        StoredType.Decimal => "decimal",
        StoredType.String => "string",
        StoredType.Char => "char",
        StoredType.Binary => "byte[]",
        _ => "global::System." + type,
    };
}
