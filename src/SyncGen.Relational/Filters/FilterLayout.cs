using SyncGen.Model;

namespace SyncGen.Relational.Filters;

/// <summary>
/// What decides in whose part a table's rows lie: their effective filter values, in an order that the generator knows too. First
/// the table's own filter columns; then, relation by relation, whether there is a parent, and the parent's values.
/// </summary>
internal sealed class FilterLayout
{
    private FilterLayout(SyncTable table, IReadOnlyList<int> columns, IReadOnlyList<FilterRelation> relations, int count)
    {
        Table = table;
        Columns = columns;
        Relations = relations;
        Count = count;
    }

    public SyncTable Table { get; }

    /// <summary>The ordinals of the table's own filter columns: the first values are theirs.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>The relations to parents that filters decide over.</summary>
    public IReadOnlyList<FilterRelation> Relations { get; }

    /// <summary>How many values a row has.</summary>
    public int Count { get; }

    /// <summary>The layouts of a scope's tables, in their order; null for a table whose rows travel to everybody.</summary>
    public static IReadOnlyList<FilterLayout?> Of(SyncScope scope)
    {
        var layouts = new List<FilterLayout?>();
        foreach (var table in scope.Tables)
        {
            layouts.Add(scope.Parameters.Count == 0 ? null : Of(table, layouts));
        }

        return layouts;
    }

    // A relation to a table that comes later closes a cycle, and decides nothing.
    private static FilterLayout? Of(SyncTable table, List<FilterLayout?> earlier)
    {
        var columns = Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].FilterParameter is not null).ToList();
        var relations = new List<FilterRelation>();
        var count = columns.Count;
        for (var i = 0; i < table.Relations.Count; i++)
        {
            var relation = table.Relations[i];
            if (earlier.Find(layout => string.Equals(layout?.Table.Name, relation.Parent, StringComparison.Ordinal)) is not { } parent)
            {
                continue;
            }

            int? presence = relation.Columns.Any(column => table.Columns[column].IsNullable) ? count++ : null;
            relations.Add(new FilterRelation(i, relation.Columns, parent, presence, count));
            count += parent.Count;
        }

        return count == 0 ? null : new FilterLayout(table, columns, relations, count);
    }
}
