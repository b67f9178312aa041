using System.Globalization;
using MySqlConnector;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>Tells whether what a session must know of a schema is still the same: each session asks, so that it has to be cheap.</summary>
internal sealed class MySqlFingerprint(MySqlStoreConnection connection, SyncScope scope)
{
    // Sums of hashes: a text of them all would be cut where it is long.
    private const string Sum = "SELECT coalesce(bit_xor(cast(conv(left(sha2(concat_ws(' ', {0}), 224), 15), 16, 10) AS unsigned)), 0) FROM information_schema.";

    /// <summary>
    /// A text that is another one when the scope's tables, or what goes with them, are. The server opens each table that it is
    /// asked about, and so it is asked about these alone: their names, and those of the tables that foreign keys relate them to,
    /// as they were read last; and that of the scope's state. Of other tables only foreign keys count.
    /// </summary>
    public async ValueTask<string> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand { Connection = connection.Driver };
        var parts = new List<string> { "database()", ForeignKeys };
        foreach (var (schema, tables) in Near().GroupBy(table => table.Schema, table => table.Name).Select(group => (group.Key, group.ToList())))
        {
            var names = string.Join(", ", tables.Select(table => Add(command, table)));
            var place = $"coalesce({Add(command, schema)}, database())";
            parts.Add(Part("table_name, ordinal_position, column_name, column_type, collation_name, is_nullable, extra, column_default IS NOT NULL, coalesce(generation_expression, '')", $"columns WHERE table_schema = {place} AND table_name IN ({names})"));
            parts.Add(Part("trigger_name, event_object_table, sha2(action_statement, 224), created", $"triggers WHERE event_object_schema = {place} AND event_object_table IN ({names})"));
            parts.Add(Part("table_name, index_name, seq_in_index, coalesce(column_name, ''), sub_part", $"statistics WHERE table_schema = {place} AND table_name IN ({names}) AND non_unique = 0"));
        }

        command.CommandText = $"SELECT concat_ws('|', {string.Join(",\n  ", parts)})";
        try
        {
            return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        catch (Exception exception) when (connection.IsDriversError(exception))
        {
            throw connection.Translate(exception);
        }
    }

    // SyncGen's own tables have none, and are not opened for it.
    private static string ForeignKeys => Part(
        "table_name, constraint_name, unique_constraint_schema, referenced_table_name, delete_rule, update_rule",
        "referential_constraints WHERE constraint_schema = database() AND left(table_name, 8) <> 'syncgen_'");

    private static string Part(string columns, string source) => $"({string.Format(CultureInfo.InvariantCulture, Sum, columns)}{source})";

    private static string Add(MySqlCommand command, string? value)
    {
        var name = MySqlCommandText.ParameterPrefix + command.Parameters.Count.ToString(CultureInfo.InvariantCulture);
        command.Parameters.AddWithValue(name, value);
        return name;
    }

    /// <summary>The scope's tables, those that foreign keys lead to from there however far, and the parents of all these.</summary>
    private HashSet<(string? Schema, string Name)> Near()
    {
        var keys = connection.Schema.KnownForeignKeys;
        var reached = scope.Tables.Select(table => (table.Schema, table.Name)).ToHashSet();
        var open = new Queue<(string? Schema, string Name)>(reached);
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in keys.Where(key => (key.Key.ParentSchema, key.Key.Parent) == parent).Select(key => (key.Key.ChildSchema, key.Key.Child)).Where(reached.Add))
            {
                open.Enqueue(child);
            }
        }

        var parents = keys.Where(key => reached.Contains((key.Key.ChildSchema, key.Key.Child))).Select(key => (key.Key.ParentSchema, key.Key.Parent));
        return [.. reached, .. parents, (null, new ScopeNames(scope.Name, connection.Dialect).State)];
    }
}
