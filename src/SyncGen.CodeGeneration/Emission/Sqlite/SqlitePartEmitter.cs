using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.Sqlite;

/// <summary>Emits what a peer in SQLite keeps of the parts in which a table's rows lie.</summary>
internal static class SqlitePartEmitter
{
    /// <summary>What is printed; null where no filter decides over the table.</summary>
    public static SqlitePartView? View(string scope, TableModel table)
    {
        if (table.Part is not { } part)
        {
            return null;
        }

        var keys = string.Join(", ", Enumerable.Range(0, table.KeyLength).Select(i => $"k{i}"));
        string Own(string name) => SqliteNames.OfTable(scope, table.Name, name);
        return new SqlitePartView
        {
            Part = Own("part"),
            Move = Own("move"),
            MoveKey = Own("move_key"),
            Keys = keys,
            KeyDefinitions = table.Columns.Take(table.KeyLength).Select((c, i) => Definition($"k{i}", c)).ToEquatableArray(),
            ValueDefinitions = part.Values.Select((value, i) => Definition($"v{i}", value.Source)).ToEquatableArray(),
            Indexes = part.Values
                .Select((value, i) => (value, i))
                .Where(one => !one.value.IsPresence)
                .Select(one => $"{Own($"part_v{one.i}")} ON {Own("part")} (v{one.i}, {keys})")
                .Prepend($"{Own("part_tick")} ON {Own("part")} (tick)")
                .ToEquatableArray(),
        };
    }

    // Without a type, so that a value is kept as it is stored, and with the collation by which the application compares.
    private static string Definition(string name, ColumnModel? source) =>
        SqliteCollation.Of(source?.StoreType) is { } collation ? $"{name} COLLATE {collation}" : name;
}
