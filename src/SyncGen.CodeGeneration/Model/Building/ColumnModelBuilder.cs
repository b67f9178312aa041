using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Makes a column of a property.</summary>
internal static class ColumnModelBuilder
{
    /// <summary>The column; null if there is an error, which is then among the findings.</summary>
    public static ColumnModel? Build(EntityDeclaration entity, PropertyDeclaration property, bool isKey, FindingList findings)
    {
        if (Stored(entity, property, findings) is not { } bare)
        {
            return null;
        }

        var annotations = property.Annotations;

        // Code that does not say whether a reference may be null says so of a key by making it one.
        var isPropertyNullable = property.Type.Nullability == Nullability.Nullable || (property.Type.Nullability == Nullability.Unknown && !isKey);
        var column = bare with
        {
            PropertyType = property.Type.FullName,
            IsValueType = property.Type.IsValueType,
            IsPropertyNullable = isPropertyNullable,
            IsNullable = isPropertyNullable && !annotations.IsRequired && !isKey,
            MaxLength = annotations.MaxLength,
            StoreType = annotations.ColumnType,
            FilterParameter = annotations.FilterParameter?.Value,
            FilterAnyOf = annotations.FilterAnyOf,
            IsFilterList = annotations.IsFilterList,
            IsComputed = annotations.Computed is not null,
            FormerNames = annotations.FormerNames.Select(name => name.Value).ToEquatableArray(),
        };

        if (isKey)
        {
            CheckKey(entity, property, column, findings);
        }

        CheckFilter(entity, property, column, findings);
        if (annotations.EnumByName is { } byName && property.Type.Enum is null | annotations.Converter is not null)
        {
            findings.Add(ColumnRules.EnumSetting, byName.Source, entity.Type.Name, property.Name);
        }

        return column;
    }

    private static ColumnModel? Stored(EntityDeclaration entity, PropertyDeclaration property, FindingList findings)
    {
        var name = property.Annotations.ColumnName?.Value ?? property.Name;
        if (property.Annotations.Converter is { } converter)
        {
            var conversion = converter.Conversions.FirstOrDefault(c => c.ValueName == property.Type.FullName && c.Stored is not null && c.IsCallable);
            if (conversion?.Stored is { } convertedTo)
            {
                return new ColumnModel(property.Name, name, convertedTo) { Form = ColumnForm.Converted, Converter = converter.FullName };
            }

            if (!converter.IsError)
            {
                findings.Add(
                    ColumnRules.Converter,
                    converter.Source,
                    entity.Type.Name,
                    property.Name,
                    DisplayName.Of(converter.FullName),
                    DisplayName.Of(property.Type.FullName));
            }

            return null;
        }

        if (property.Type.Enum is { } enumType)
        {
            return property.Annotations.EnumByName?.Value ?? entity.EnumsByName
                ? new ColumnModel(property.Name, name, StoredType.String) { Form = ColumnForm.EnumName, Enum = enumType }
                : new ColumnModel(property.Name, name, enumType.Underlying) { Form = ColumnForm.EnumNumber };
        }

        return new ColumnModel(property.Name, name, property.Type.Stored!.Value);
    }

    private static void CheckKey(EntityDeclaration entity, PropertyDeclaration property, ColumnModel column, FindingList findings)
    {
        if (property.Type.Nullability == Nullability.Nullable)
        {
            findings.Add(KeyRules.NullableKey, property.TypeSource, entity.Type.Name, property.Name, DisplayName.Of(property.Type.FullName));
        }

        if (column.Stored is StoredType.Single or StoredType.Double or StoredType.Decimal)
        {
            findings.Add(KeyRules.KeyType, property.TypeSource, entity.Type.Name, property.Name, column.Stored);
        }

        if (property.Annotations.Computed is { } computed)
        {
            findings.Add(KeyRules.ComputedKey, computed, entity.Type.Name, property.Name);
        }
    }

    private static void CheckFilter(EntityDeclaration entity, PropertyDeclaration property, ColumnModel column, FindingList findings)
    {
        if (property.Annotations.FilterParameter is not { } filter)
        {
            return;
        }

        if (!ParameterName.IsValid(filter.Value))
        {
            findings.Add(ConflictRules.FilterParameter, filter.Source, entity.Type.Name, property.Name, filter.Value);
        }

        if (column.Stored is StoredType.Single or StoredType.Double or StoredType.Decimal or StoredType.Binary)
        {
            findings.Add(ConflictRules.FilterType, filter.Source, entity.Type.Name, property.Name, column.Stored);
        }
    }
}
