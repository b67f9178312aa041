using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.PostgreSql;

/// <summary>Emits what a peer in PostgreSQL keeps of the parts in which a table's rows lie.</summary>
internal static class PostgreSqlPartEmitter
{
    /// <summary>What is printed; null where no filter decides over the table.</summary>
    public static PostgreSqlPartView? View(string scope, TableModel table)
    {
        if (table.Part is not { } part)
        {
            return null;
        }

        var keys = string.Join(", ", Enumerable.Range(0, table.KeyLength).Select(i => $"k{i}"));
        string Own(string name) => PostgreSqlNames.OfTable(scope, table.Name, name);
        string Column(int ordinal) => "t." + PostgreSqlIdentifier.Quote(table.Columns[ordinal].Name);
        return new PostgreSqlPartView
        {
            Part = Own("part"),
            PartKey = Own("part_key"),
            Move = Own("move"),
            MoveTick = Own("move_tick"),
            MoveKey = Own("move_key"),
            Keys = keys,
            Values = string.Join(", ", part.Values.Select((_, i) => $"v{i}")),
            TableKeys = string.Join(", ", Enumerable.Range(0, table.KeyLength).Select(i => $"{Column(i)} AS k{i}")),
            TableValues = string.Join(", ", part.Values.Select((value, i) => $"{Value(value)} AS v{i}")),
            Tables = string.Join(", ", part.Relations
                .Select(r => $"{PostgreSqlNames.OfTable(scope, table.Relations[r].ParentTable, "part")} AS q{r}")
                .Prepend(PostgreSqlIdentifier.Qualify(table.Schema, table.Name) + " AS t")),
            Indexes = part.Values
                .Select((value, i) => (value, i))
                .Where(one => !one.value.IsPresence)
                .Select(one => $"{Own($"part_v{one.i}")} ON {Own("part")} (v{one.i}, {keys})")
                .Prepend($"{Own("part_tick")} ON {Own("part")} (tick)")
                .ToEquatableArray(),
        };

        string Value(PartValueModel value) => value.IsPresence ? "0" : value.Relation < 0 ? Column(value.Column) : $"q{value.Relation}.v{value.ParentValue}";
    }
}
