using Microsoft.CodeAnalysis;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads arguments of attributes; what is not there, or is in error, reads as the default.</summary>
internal static class AttributeArguments
{
    public static T? At<T>(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? Value<T>(attribute.ConstructorArguments[index]) : default;

    public static T? Named<T>(AttributeData attribute, string name) => Value<T>(attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value);

    /// <summary>The texts that the attribute's only parameter, an array, is given.</summary>
    public static EquatableArray<Annotated<string>> Texts(AttributeData attribute, CancellationToken cancellationToken)
    {
        var source = SourceTokens.OfArgument(attribute, 0, cancellationToken);
        return attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false } array]
            ? array.Values.Select(value => new Annotated<string>(value.Value as string ?? "", source)).ToEquatableArray()
            : [];
    }

    // An enum's argument holds its number.
    private static T? Value<T>(TypedConstant constant) => constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum && constant.Value is T value ? value : default;
}
