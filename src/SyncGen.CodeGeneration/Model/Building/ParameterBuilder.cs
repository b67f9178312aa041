namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Finds the filter parameters of a scope, in the order in which its tables and columns name them.</summary>
internal static class ParameterBuilder
{
    /// <summary>What the filter's record inherits or has itself, so that no property can have the name.</summary>
    private static readonly string[] s_taken =
        ["Filter", "Scope", "Bind", "Write", "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ToString"];

    public static EquatableArray<ParameterModel> Of(EquatableArray<TableModel> tables)
    {
        var columns = tables.SelectMany(table => table.Columns).Where(column => column.FilterParameter is not null).ToList();
        return columns
            .GroupBy(column => column.FilterParameter!, StringComparer.Ordinal)
            .Select(group => Parameter(group.Key, [.. group]))
            .ToEquatableArray();
    }

    /// <summary>The property's name, such as <c>TeamId</c> for <c>team_id</c>; null where none can be made.</summary>
    public static string? PropertyOf(string parameter)
    {
        var name = NameOf(parameter);
        return s_taken.Contains(name) ? null : name;
    }

    /// <summary>The name that a property would have.</summary>
    public static string NameOf(string parameter) =>
        string.Concat(parameter.Split(['_'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private static ParameterModel Parameter(string name, IReadOnlyList<ColumnModel> columns)
    {
        var first = columns[0];
        // Where entities map the same values to types of their own, the filter takes what is stored.
        var isSame = first.Form != ColumnForm.EnumName
            && columns.All(column => column.Form == first.Form && column.PropertyType == first.PropertyType && column.Converter == first.Converter);
        var column = isSame ? first : new ColumnModel(first.Property, first.Name, first.Stored) { IsValueType = first.Stored != StoredType.String };
        return new ParameterModel(
            name,
            PropertyOf(name) ?? name,
            column,
            columns.Any(c => c.IsNullable),
            columns.Any(c => c.IsFilterList));
    }
}
