namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>
/// Finds what decides in whose part the rows of each table lie. Relations count where the parent comes before the child in the
/// scope's order, which leaves out those that close a cycle.
/// </summary>
internal static class PartBuilder
{
    public static EquatableArray<TableModel> WithParts(EquatableArray<TableModel> tables)
    {
        var built = new List<TableModel>();
        foreach (var table in tables)
        {
            built.Add(table with { Part = PartOf(table, built) });
        }

        return built.ToEquatableArray();
    }

    private static PartModel? PartOf(TableModel table, List<TableModel> earlier)
    {
        var values = table.Columns
            .Select((column, i) => new PartValueModel(i, -1, -1, column))
            .Where(value => value.Source!.FilterParameter is not null)
            .ToList();
        var relations = new List<int>();
        for (var r = 0; r < table.Relations.Count; r++)
        {
            var relation = table.Relations[r];
            var parent = earlier.FirstOrDefault(candidate => candidate.Name == relation.ParentTable)?.Part;
            if (parent is null)
            {
                continue;
            }

            relations.Add(r);
            if (relation.Columns.Any(column => table.Columns[column].IsNullable))
            {
                values.Add(new PartValueModel(-1, r, -1, null));
            }

            values.AddRange(parent.Values.Select((value, i) => new PartValueModel(-1, r, i, value.Source)));
        }

        return values.Count == 0 ? null : new PartModel(values.ToEquatableArray(), relations.ToEquatableArray());
    }
}
