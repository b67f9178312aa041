using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.SqlServer;

/// <summary>Emits what a peer in SQL Server keeps of the parts in which a table's rows lie.</summary>
internal static class SqlServerPartEmitter
{
    /// <summary>What is printed; null where no filter decides over the table.</summary>
    public static SqlServerPartView? View(string scope, TableModel table)
    {
        if (table.Part is not { } part)
        {
            return null;
        }

        var keys = Enumerable.Range(0, table.KeyLength).Select(i => $"k{i}").ToArray();
        var values = part.Values.Select((_, i) => $"v{i}").ToArray();
        SqlServerName Own(string name) => new(SqlServerNames.OfTable(scope, table.Name, name));
        string Column(int ordinal) => "t." + SqlServerIdentifier.Quote(table.Columns[ordinal].Name);
        return new SqlServerPartView
        {
            Part = Own("part"),
            Move = Own("move"),
            Keys = string.Join(", ", keys),
            TableKeys = string.Join(", ", keys.Select((key, i) => $"{Column(i)} AS {key}")),
            TableValues = string.Join(", ", part.Values.Select((value, i) => $"{Value(value)} AS v{i}")),
            // Joined from outside, so that the values of a parent may be missing.
            Tables = string.Join(" ", part.Relations
                .Select(r => $"LEFT JOIN {SqlServerNames.OfTable(scope, table.Relations[r].ParentTable, "part")} AS q{r} ON 1 = 0")
                .Prepend(SqlServerIdentifier.Qualify(table.Schema, table.Name) + " AS t")
                .Append(SqlServerTableEmitter.NoRows)),
            PartKeys = string.Join(", ", keys.Select(key => "p." + key)),
            PartValues = string.Join(", ", values.Select(value => "p." + value)),
            IndexedValues = values.Where((_, i) => !part.Values[i].IsPresence).ToEquatableArray(),
        };

        string Value(PartValueModel value) => value.IsPresence
            ? "ISNULL(CAST(0 AS int), 0)"
            : value.Relation < 0 ? Column(value.Column) : $"q{value.Relation}.v{value.ParentValue}";
    }
}
