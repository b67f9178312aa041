using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Understands one entity class, without looking at any other.</summary>
internal static class EntityModelBuilder
{
    /// <summary>The entity's model; null if there is an error, which is then among the findings.</summary>
    public static EntityModel? Build(EntityDeclaration entity, FindingList findings)
    {
        var errorsBefore = findings.ErrorCount;
        if (!EntityShapeCheck.Passes(entity, findings))
        {
            return null;
        }

        var mapped = PropertyClassifier.Columns(entity, findings);
        var constructor = ConstructorSelector.Select(entity, mapped);
        if (constructor is null)
        {
            findings.Add(ColumnRules.NoConstructor, entity.Source, entity.Type.Name);
            return null;
        }

        mapped = SettableProperties.Of(entity, mapped, constructor, findings);
        var key = KeySelector.Select(entity, mapped, findings);
        var columns = ColumnsInOrder(entity, mapped, key, findings);
        CheckNames(entity, columns, findings);
        var foreignKeys = ForeignKeyReader.Read(entity, columns, findings);
        if (findings.ErrorCount > errorsBefore)
        {
            return null;
        }

        return new EntityModel(entity.Type, entity.TableName?.Value ?? entity.Type.UnescapedName, entity.Source)
        {
            TableSource = entity.TableName?.Source ?? entity.Source,
            Schema = entity.Schema,
            FormerNames = entity.FormerNames,
            Columns = columns,
            KeyLength = key.Count,
            Construction = new RowConstruction(
                constructor.Arguments,
                constructor.SetsRequiredMembers ? [] : entity.RequiredMembers),
            ForeignKeys = foreignKeys,
            Children = ForeignKeyReader.ReadChildren(entity),
            Properties = entity.Properties,
        };
    }

    private static EquatableArray<ColumnModel> ColumnsInOrder(
        EntityDeclaration entity,
        IReadOnlyList<PropertyDeclaration> mapped,
        IReadOnlyList<PropertyDeclaration> key,
        FindingList findings)
    {
        // Columns with an order come first, as other mappers have it; the sort is stable.
        var others = mapped.Where(p => !key.Contains(p)).OrderBy(p => p.Annotations.ColumnOrder ?? int.MaxValue);
        var keyColumns = key.Select(p => ColumnModelBuilder.Build(entity, p, isKey: true, findings));
        var otherColumns = others.Select(p => ColumnModelBuilder.Build(entity, p, isKey: false, findings));
        return keyColumns.Concat(otherColumns).OfType<ColumnModel>().ToEquatableArray();
    }

    private static void CheckNames(EntityDeclaration entity, EquatableArray<ColumnModel> columns, FindingList findings)
    {
        var seen = new Dictionary<string, ColumnModel>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            var source = entity.Find(column.Property)!.ColumnNameSource;
            if (!DatabaseName.IsUsable(column.Name))
            {
                findings.Add(DatabaseRules.ReservedName, source, entity.Type.Name + "." + column.Property, column.Name);
            }

            if (seen.TryGetValue(column.Name, out var first))
            {
                findings.Add(ColumnRules.DuplicateColumn, source, entity.Type.Name, first.Property, column.Property, column.Name);
            }
            else
            {
                seen.Add(column.Name, column);
            }
        }

        FormerNameCheck.RunColumns(entity, columns, findings);
        if (entity.TableName is { } table && !DatabaseName.IsUsableForTable(table.Value))
        {
            findings.Add(DatabaseRules.ReservedName, table.Source, entity.Type.Name, table.Value);
        }
    }
}
