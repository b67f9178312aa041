using Microsoft.CodeAnalysis;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads arguments of attributes; what is not there, or is in error, reads as the default.</summary>
internal static class AttributeArguments
{
    public static T? At<T>(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? Value<T>(attribute.ConstructorArguments[index]) : default;

    public static T? Named<T>(AttributeData attribute, string name) => Value<T>(attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value);

    // An enum's argument holds its number.
    private static T? Value<T>(TypedConstant constant) => constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum && constant.Value is T value ? value : default;
}
