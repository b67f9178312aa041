using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.MySql;

/// <summary>Emits what a peer in MySQL or MariaDB keeps of the parts in which a table's rows lie.</summary>
internal static class MySqlPartEmitter
{
    /// <summary>What is printed; null where no filter decides over the table.</summary>
    public static MySqlPartView? View(string scope, TableModel table)
    {
        if (table.Part is not { } part)
        {
            return null;
        }

        var keys = string.Join(", ", Enumerable.Range(0, table.KeyLength).Select(i => $"k{i}"));
        string Own(string name) => MySqlNames.OfTable(scope, table.Name, name);
        string Column(int ordinal) => "t." + MySqlIdentifier.Quote(table.Columns[ordinal].Name);
        return new MySqlPartView
        {
            Part = Own("part"),
            Move = Own("move"),
            Keys = keys,
            Values = string.Join(", ", part.Values.Select((_, i) => $"v{i}")),
            TableKeys = string.Join(", ", Enumerable.Range(0, table.KeyLength).Select(i => $"{Column(i)} AS k{i}")),
            TableValues = string.Join(", ", part.Values.Select((value, i) => $"{Value(value)} AS v{i}")),
            // Joined from outside, so that the values of a parent may be missing.
            Tables = string.Join(" ", part.Relations
                .Select(r => $"LEFT JOIN {MySqlNames.OfTable(scope, table.Relations[r].ParentTable, "part")} AS q{r} ON FALSE")
                .Prepend(MySqlIdentifier.Qualify(table.Schema, table.Name) + " AS t")),
            Indexes = part.Values
                .Select((value, i) => (value, i))
                .Where(one => !one.value.IsPresence)
                .Select(one => $"by_v{one.i} (v{one.i}, {keys})")
                .ToEquatableArray(),
        };

        string Value(PartValueModel value) => value.IsPresence ? "0" : value.Relation < 0 ? Column(value.Column) : $"q{value.Relation}.v{value.ParentValue}";
    }
}
