using Microsoft.CodeAnalysis;
using SyncGen.CodeGeneration;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads the constructors that generated code may call, and the members that it must set.</summary>
internal static class ConstructorExtractor
{
    public static EquatableArray<ConstructorDeclaration> Extract(INamedTypeSymbol type, Compilation compilation) =>
        type.InstanceConstructors
            .Where(c => compilation.IsSymbolAccessibleWithin(c, compilation.Assembly))
            .Where(c => c.Parameters.All(p => p.RefKind is RefKind.None or RefKind.In))
            .Select(c => new ConstructorDeclaration(c.Parameters.Select(Parameter).ToEquatableArray(), SetsRequiredMembers(c)))
            .ToEquatableArray();

    public static EquatableArray<RequiredMember> RequiredMembers(INamedTypeSymbol type)
    {
        var members = new List<RequiredMember>();
        for (var level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            foreach (var member in level.GetMembers())
            {
                var required = member switch
                {
                    IPropertySymbol { IsRequired: true } property => new RequiredMember(property.Name, property.Type.IsValueType),
                    IFieldSymbol { IsRequired: true } field => new RequiredMember(field.Name, field.Type.IsValueType),
                    _ => null,
                };
                if (required is not null && !members.Any(m => m.Name == required.Name))
                {
                    members.Add(required);
                }
            }
        }

        return members.ToEquatableArray();
    }

    private static ParameterDeclaration Parameter(IParameterSymbol parameter) =>
        new(parameter.Name, PropertyTypeExtractor.Extract(parameter.Type).ParameterName, parameter.IsOptional);

    private static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(a => SymbolNames.AttributeName(a) == AttributeNames.SetsRequiredMembers);
}
