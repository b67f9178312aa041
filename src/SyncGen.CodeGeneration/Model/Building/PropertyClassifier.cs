using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Tells columns from navigations and from what is not mapped.</summary>
internal static class PropertyClassifier
{
    /// <summary>The properties that would be columns, whether or not they can be set.</summary>
    public static IReadOnlyList<PropertyDeclaration> Columns(EntityDeclaration entity, FindingList findings)
    {
        var columns = new List<PropertyDeclaration>();
        foreach (var property in entity.Properties)
        {
            if (property.Annotations.IsNotMapped || IsNavigation(entity, property))
            {
                continue;
            }

            if (IsScalar(property))
            {
                columns.Add(property);
            }
            else if (!property.Type.IsError && (property.Setter == PropertySetter.Accessible || property.Annotations.AskForColumn))
            {
                findings.Add(ColumnRules.UnsupportedType, property.TypeSource, entity.Type.Name, property.Name, DisplayName.Of(property.Type));
            }
        }

        return columns;
    }

    /// <summary>Whether the property refers to another entity, or to many.</summary>
    public static bool IsNavigation(EntityDeclaration entity, PropertyDeclaration property)
    {
        if (property.Annotations.IsNotMapped || property.Annotations.Converter is not null || property.Type.Target is null)
        {
            return false;
        }

        return property.Type.IsTargetEntity
            || property.Annotations.ForeignKey is not null
            || (!property.Type.IsCollection && IsNamedByForeignKey(entity, property));
    }

    private static bool IsScalar(PropertyDeclaration property) =>
        property.Annotations.Converter is not null || property.Type.Stored is not null || property.Type.Enum is not null;

    // A class without [SyncEntity] is a parent outside the model if a property is there to hold its key.
    private static bool IsNamedByForeignKey(EntityDeclaration entity, PropertyDeclaration navigation)
    {
        foreach (var property in entity.Properties)
        {
            if (IsScalar(property)
                && (property.Annotations.ForeignKey?.Value == navigation.Name
                    || string.Equals(property.Name, navigation.Name + "Id", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
