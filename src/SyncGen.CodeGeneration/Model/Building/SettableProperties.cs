using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Keeps the properties that a row can be given. One without a setter is taken for derived, unless it says that it is a column.</summary>
internal static class SettableProperties
{
    public static IReadOnlyList<PropertyDeclaration> Of(
        EntityDeclaration entity,
        IReadOnlyList<PropertyDeclaration> columns,
        SelectedConstructor constructor,
        FindingList findings)
    {
        var settable = new List<PropertyDeclaration>();
        foreach (var property in columns)
        {
            if (property.Setter == PropertySetter.Accessible || constructor.Binds(property))
            {
                settable.Add(property);
            }
            else if (property.Setter == PropertySetter.Inaccessible || property.Annotations.AskForColumn || KeySelector.IsConventional(entity, property))
            {
                findings.Add(ColumnRules.NotSettable, property.Source, entity.Type.Name, property.Name);
                settable.Add(property);
            }
        }

        return settable;
    }
}
