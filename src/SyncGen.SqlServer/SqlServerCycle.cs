using System.Globalization;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.SqlServer;

/// <summary>The foreign keys of circles that a table takes part in, as far as columns that may be empty can break them. Immutable.</summary>
/// <param name="Table">The table.</param>
/// <param name="Late">The ordinals of its columns that can be set later.</param>
/// <param name="References">The foreign keys that refer to it and can be cut.</param>
internal sealed record SqlServerCycle(SyncTable Table, IReadOnlyList<int> Late, IReadOnlyList<SqlServerCycle.Reference> References)
{
    private static SqlServerDialect Dialect => SqlServerDialect.Instance;

    /// <summary>The circles of a table.</summary>
    /// <param name="scope">The scope whose table it is: only rows of its tables are cut.</param>
    /// <param name="table">The table.</param>
    /// <param name="keys">All foreign keys of the database.</param>
    /// <param name="homeOf">The schema of a table as foreign keys have it.</param>
    public static SqlServerCycle Of(SyncScope scope, SyncTable table, IReadOnlyList<ForeignKey> keys, Func<SyncTable, string?> homeOf)
    {
        var name = (homeOf(table), table.Name);
        var late = keys.Where(key => (key.ChildSchema, key.Child) == name && Leads(keys, (key.ParentSchema, key.Parent), name)).SelectMany(key => LateOf(table, key)).Distinct().ToList();
        var references = new List<Reference>();
        foreach (var key in keys.Where(key => (key.ParentSchema, key.Parent) == name && Leads(keys, name, (key.ChildSchema, key.Child))))
        {
            var ordinals = key.ParentColumns.Select(column => OrdinalOf(table, column)).ToList();
            for (var i = 0; i < scope.Tables.Count; i++)
            {
                var child = scope.Tables[i];
                // Of a row that is to go no more is known than its key.
                if ((homeOf(child), child.Name) == (key.ChildSchema, key.Child) && LateOf(child, key) is { Count: > 0 } cut
                    && ordinals.TrueForAll(ordinal => ordinal >= 0 && ordinal < table.KeyLength))
                {
                    references.Add(new Reference(child, i + 1, [.. key.Columns.Zip(ordinals)], cut));
                }
            }
        }

        return new SqlServerCycle(table, late, references);
    }

    /// <summary>The statement that sets columns which were left out; its parameters are a row.</summary>
    public string SetOf(IReadOnlyList<int> late)
    {
        var values = late.Select(i => $"{Column(Table, i)} = {Dialect.Parameter(i)}");
        var key = Enumerable.Range(0, Table.KeyLength).Select(i => $"{Column(Table, i)} = {Dialect.Parameter(i)}");
        return $"UPDATE {Dialect.QualifiedName(Table)} SET {string.Join(", ", values)} WHERE {string.Join(" AND ", key)}";
    }

    private static bool Leads(IReadOnlyList<ForeignKey> keys, (string? Schema, string Name) from, (string? Schema, string Name) to)
    {
        var seen = new HashSet<(string?, string)> { from };
        var open = new Queue<(string? Schema, string Name)>(seen);
        while (open.TryDequeue(out var table))
        {
            if (table == to)
            {
                return true;
            }

            foreach (var parent in keys.Where(key => (key.ChildSchema, key.Child) == table).Select(key => (key.ParentSchema, key.Parent)).Where(seen.Add))
            {
                open.Enqueue(parent);
            }
        }

        return false;
    }

    // One empty column is enough: then the foreign key is not looked at.
    private static List<int> LateOf(SyncTable table, ForeignKey key) =>
        [.. key.Columns.Select(column => OrdinalOf(table, column)).Where(i => i >= table.KeyLength && table.Columns[i] is { IsNullable: true, IsComputed: false })];

    private static int OrdinalOf(SyncTable table, string column)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (string.Equals(table.Columns[i].Name, column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Column(SyncTable table, int ordinal) => Dialect.Quote(table.Columns[ordinal].Name);

    /// <summary>A foreign key that refers to the table and can be cut for a while.</summary>
    /// <param name="Child">The table that refers.</param>
    /// <param name="Mute">Its ordinal in the scope, counted from 1.</param>
    /// <param name="Columns">Its columns, each with the ordinal of the key's column that it refers to.</param>
    /// <param name="Cut">The ordinals of its columns that are emptied.</param>
    internal sealed record Reference(SyncTable Child, int Mute, IReadOnlyList<(string Column, int Key)> Columns, IReadOnlyList<int> Cut)
    {
        /// <summary>Makes a temporary table for the keys of the rows that are cut.</summary>
        public string KeepOf(int number)
        {
            // Joined, so that what makes a column an identity does not come out.
            var keys = Enumerable.Range(0, Child.KeyLength).Select(i => $"t.{Column(Child, i)} AS {KeyOf(i)}");
            return $"DROP TABLE IF EXISTS {NameOf(number)}; SELECT {string.Join(", ", keys)} INTO {NameOf(number)} "
                + $"FROM {Dialect.QualifiedName(Child)} AS t LEFT JOIN (SELECT 1 AS one) AS o ON 1 = 0 WHERE 1 = 0";
        }

        /// <summary>Cuts the rows that refer to a key, which is its parameters.</summary>
        public string CutOf(int number)
        {
            var keys = Enumerable.Range(0, Child.KeyLength).ToList();
            return $"UPDATE c SET {string.Join(", ", Cut.Select(i => $"{Column(Child, i)} = NULL"))} "
                + $"OUTPUT {string.Join(", ", keys.Select(i => "deleted." + Column(Child, i)))} INTO {NameOf(number)} ({string.Join(", ", keys.Select(KeyOf))}) "
                + $"FROM {Dialect.QualifiedName(Child)} AS c WHERE {string.Join(" AND ", Columns.Select(pair => $"c.{Dialect.Quote(pair.Column)} = {Dialect.Parameter(pair.Key)}"))}";
        }

        /// <summary>Gives a row if one that was cut is there as it was left.</summary>
        public string CheckOf(int number) =>
            $"SELECT 1 FROM {NameOf(number)} AS n JOIN {Dialect.QualifiedName(Child)} AS c ON {string.Join(" AND ", Enumerable.Range(0, Child.KeyLength).Select(i => $"c.{Column(Child, i)} = n.{KeyOf(i)}"))} "
            + $"WHERE {string.Join(" AND ", Cut.Select(i => $"c.{Column(Child, i)} IS NULL"))}";

        private static string NameOf(int number) => "#syncgen_cut_" + number.ToString(CultureInfo.InvariantCulture);

        private static string KeyOf(int ordinal) => "k" + ordinal.ToString(CultureInfo.InvariantCulture);
    }
}
