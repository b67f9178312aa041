using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>Makes of an entity's tables what templates see of the entity.</summary>
internal static class TemplateEntityBuilder
{
    /// <param name="table">A table of the entity, in whichever scope.</param>
    /// <param name="scopes">The names of the scopes that it is in.</param>
    /// <param name="relations">The foreign keys of all scopes.</param>
    public static TemplateEntity Build(TableModel table, IEnumerable<string> scopes, TemplateRelations relations)
    {
        var type = table.Row;
        var keys = table.Columns.Take(table.KeyLength).Select(c => c.Property).ToArray();
        var properties = table.Properties
            .Select(name => table.Columns.Concat(table.OtherColumns).First(c => c.Property == name))
            .Select(c => Property(c, keys.Contains(c.Property)))
            .ToEquatableArray();
        return new TemplateEntity(
            type.UnescapedName,
            type.Name,
            TemplateNames.FullName(type),
            type.FullName,
            type.Namespace,
            table.Name,
            table.Schema,
            table.IsReferenced,
            scopes.ToEquatableArray())
        {
            Properties = properties,
            Key = properties.Take(table.KeyLength).ToEquatableArray(),
            Constructor = table.Construction.Arguments.Select(a => new TemplateArgument(a.Parameter, a.Property)).ToEquatableArray(),
            Parents = relations.ParentsOf(type),
            Children = relations.ChildrenOf(type),
        };
    }

    /// <summary>The type of a column's property, without a question mark.</summary>
    public static string BareType(ColumnModel column) => column.PropertyType.Length > 0 ? column.PropertyType : CSharpTypes.NameOf(column.Stored);

    private static TemplateProperty Property(ColumnModel column, bool isKey)
    {
        var type = BareType(column);
        return new TemplateProperty(
            column.Property,
            CSharpIdentifier.Escape(column.Property),
            column.IsPropertyNullable ? type + "?" : type,
            type,
            column.Name,
            column.Stored.ToString())
        {
            IsNullable = column.IsPropertyNullable,
            IsValueType = column.IsValueType,
            IsKey = isKey,
            IsComputed = column.IsComputed,
            IsColumnNullable = column.IsNullable,
            MaxLength = column.MaxLength,
            StoreType = column.StoreType,
            Form = column.Form.ToString(),
            Converter = column.Converter,
            Filter = column.FilterParameter is { } parameter ? new TemplateFilter(parameter, column.FilterAnyOf, column.IsFilterList) : null,
        };
    }
}
