using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>
/// Chooses the constructor that makes rows: of those whose every parameter has the name and type of a property, the one
/// that sets the most properties that nothing else can set, and among equals the shortest.
/// </summary>
internal static class ConstructorSelector
{
    public static SelectedConstructor? Select(EntityDeclaration entity, IReadOnlyList<PropertyDeclaration> columns) =>
        entity.Constructors
            .Select(c => Bind(entity, c))
            .OfType<SelectedConstructor>()
            .OrderByDescending(c => columns.Count(p => p.Setter != PropertySetter.Accessible && c.Binds(p)))
            .ThenBy(c => c.Arguments.Count)
            .FirstOrDefault();

    private static SelectedConstructor? Bind(EntityDeclaration entity, ConstructorDeclaration constructor)
    {
        var arguments = new List<ConstructorArgument>();
        foreach (var parameter in constructor.Parameters)
        {
            var property = entity.Properties.FirstOrDefault(p =>
                string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && p.Type.ParameterName == parameter.TypeName);
            if (property is not null)
            {
                arguments.Add(new ConstructorArgument(parameter.Name, property.Name, property.Type.IsValueType, parameter.IsOptional));
            }
            else if (!parameter.IsOptional)
            {
                return null;
            }
        }

        return new SelectedConstructor(arguments.ToEquatableArray(), constructor.SetsRequiredMembers);
    }
}
