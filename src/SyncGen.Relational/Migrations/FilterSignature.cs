using SyncGen.Model;
using SyncGen.Relational.Filters;

namespace SyncGen.Relational.Migrations;

/// <summary>What decides in whose part the rows of a model lie, as a text in the present model's names: equal where it decides alike.</summary>
internal static class FilterSignature
{
    /// <summary>The signatures of the tables, by the names that they have now; without those that nothing decides over.</summary>
    /// <param name="scope">The scope, of now or as it was.</param>
    /// <param name="nameOf">A table's name now.</param>
    /// <param name="columnOf">A column's name now.</param>
    public static IReadOnlyDictionary<string, string> Of(SyncScope scope, Func<SyncTable, string> nameOf, Func<SyncTable, SyncColumn, string> columnOf)
    {
        var parameters = scope.Parameters.ToDictionary(parameter => parameter.Name, parameter => $"{parameter.Type} {parameter.IsNullable} {parameter.IsList}");
        return FilterLayout.Of(scope).OfType<FilterLayout>().ToDictionary(layout => nameOf(layout.Table), Describe, StringComparer.Ordinal);

        string Describe(FilterLayout layout)
        {
            var table = layout.Table;
            var own = layout.Columns.Select(i => table.Columns[i]).Select(column =>
                $"{columnOf(table, column)} {column.Type} {column.IsNullable} {column.FilterParameter} {column.FilterAnyOf} {parameters.GetValueOrDefault(column.FilterParameter!)}");
            var parents = layout.Relations.Select(relation =>
                $"{string.Join(',', relation.Columns.Select(i => columnOf(table, table.Columns[i])))} {relation.Presence} -> {nameOf(relation.Parent.Table)} ({Describe(relation.Parent)})");
            return string.Join("; ", own.Concat(parents));
        }
    }
}
