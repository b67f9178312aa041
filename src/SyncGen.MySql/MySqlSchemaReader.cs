using MySqlConnector;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>Reads what a MySQL or MariaDB database says of itself.</summary>
internal sealed class MySqlSchemaReader(MySqlStoreConnection connection)
{
    private readonly Dictionary<string, string> _keyIndexes = new(StringComparer.Ordinal);

    /// <summary>The foreign keys as they were read last; empty before that.</summary>
    public IReadOnlyList<MySqlForeignKey> KnownForeignKeys { get; private set; } = [];

    /// <summary>The name of the index that is a table's key; null if it is not known.</summary>
    public string? KeyIndexOf(SyncTable table) => _keyIndexes.GetValueOrDefault(MySqlDialect.Instance.QualifiedName(table));

    /// <summary>Notes which unique index is a table's key.</summary>
    public void SetKeyIndex(SyncTable table, string name) => _keyIndexes[MySqlDialect.Instance.QualifiedName(table)] = name;

    /// <summary>What a table is, and where it is stored, such as <c>BASE TABLE InnoDB</c>; null if there is none.</summary>
    public async ValueTask<string?> KindOfAsync(string? schema, string table, CancellationToken cancellationToken)
    {
        var found = await QueryAsync(
            "SELECT concat(table_type, ' ', coalesce(engine, '')) FROM information_schema.tables WHERE table_schema = coalesce(@schema, database()) AND table_name = @name",
            schema, table, row => row.GetString(0), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The columns of a table.</summary>
    public ValueTask<List<MySqlColumn>> ColumnsOfAsync(SyncTable table, CancellationToken cancellationToken) => QueryAsync(
        """
        SELECT column_name, data_type, is_nullable = 'NO', column_default IS NOT NULL OR extra LIKE '%auto_increment%', coalesce(generation_expression, '') <> '',
          concat(column_type, coalesce(concat(' CHARACTER SET ', character_set_name, ' COLLATE ', collation_name), '')),
          collation_name IS NOT NULL AND collation_name NOT LIKE '%nopad\_bin' AND collation_name NOT LIKE '%0900\_bin'
        FROM information_schema.columns WHERE table_schema = coalesce(@schema, database()) AND table_name = @name ORDER BY ordinal_position
        """,
        table.Schema, table.Name,
        row => new MySqlColumn(row.GetString(0), row.GetString(1), row.GetInt32(2) != 0, row.GetInt32(3) != 0, row.GetInt32(4) != 0, row.GetString(5), row.GetInt32(6) != 0),
        cancellationToken);

    /// <summary>All that a table allows once, its primary key included.</summary>
    public async ValueTask<List<MySqlUniqueIndex>> UniqueIndexesOfAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var parts = await QueryAsync(
            """
            SELECT index_name, column_name, sub_part IS NOT NULL
            FROM information_schema.statistics WHERE table_schema = coalesce(@schema, database()) AND table_name = @name AND non_unique = 0 ORDER BY index_name, seq_in_index
            """,
            table.Schema, table.Name,
            row => (Index: row.GetString(0), Column: row.IsDBNull(1) || row.GetInt32(2) != 0 ? null : row.GetString(1)),
            cancellationToken);
        // An index of expressions, or of beginnings, says nothing of columns.
        return [.. parts.GroupBy(part => part.Index).Select(index =>
            new MySqlUniqueIndex(index.Key, index.Any(part => part.Column is null) ? [] : [.. index.Select(part => part.Column!)]))];
    }

    /// <summary>All foreign keys that lead from or to tables of this database. Its tables go without it, as the model has them.</summary>
    public async ValueTask<List<MySqlForeignKey>> ForeignKeysAsync(CancellationToken cancellationToken)
    {
        var parts = await QueryAsync(
            """
            SELECT nullif(k.table_schema, database()), k.table_name, k.column_name, nullif(k.referenced_table_schema, database()), k.referenced_table_name,
              k.referenced_column_name, r.delete_rule, r.update_rule, k.constraint_name
            FROM information_schema.key_column_usage AS k JOIN information_schema.referential_constraints AS r
              ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
            WHERE k.referenced_table_name IS NOT NULL AND (k.table_schema = coalesce(@schema, database()) OR k.referenced_table_schema = database()) AND @name IS NOT NULL
            ORDER BY k.table_schema, k.table_name, k.constraint_name, k.ordinal_position
            """,
            null, "",
            row => (ChildSchema: Text(row, 0), Child: row.GetString(1), Column: row.GetString(2), ParentSchema: Text(row, 3), Parent: row.GetString(4),
                ParentColumn: row.GetString(5), OnDelete: row.GetString(6), OnUpdate: row.GetString(7), Name: row.GetString(8)),
            cancellationToken);
        List<MySqlForeignKey> keys = [.. parts.GroupBy(part => (part.ChildSchema, part.Child, part.Name)).Select(group =>
        {
            var first = group.First();
            return new MySqlForeignKey(
                new ForeignKey(first.Child, [.. group.Select(part => part.Column)], first.Parent, [.. group.Select(part => part.ParentColumn)], Acts(first.OnDelete), Acts(first.OnUpdate))
                {
                    ChildSchema = first.ChildSchema,
                    ParentSchema = first.ParentSchema,
                },
                first.OnDelete == "CASCADE",
                first.OnUpdate == "CASCADE");
        })];
        KnownForeignKeys = keys;
        return keys;
    }

    /// <summary>The tables that triggers of the application hang on.</summary>
    public ValueTask<List<(string? Schema, string Table)>> TablesWithTriggersAsync(CancellationToken cancellationToken) => QueryAsync(
        """
        SELECT DISTINCT nullif(event_object_schema, database()), event_object_table FROM information_schema.triggers
        WHERE trigger_schema = coalesce(@schema, database()) AND left(trigger_name, 8) <> @name
        """,
        null, "syncgen_", row => (Text(row, 0), row.GetString(1)), cancellationToken);

    /// <summary>The triggers on a table: their names, and what they do.</summary>
    public async ValueTask<Dictionary<string, string>> TriggersOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        (await QueryAsync(
            "SELECT trigger_name, action_statement FROM information_schema.triggers WHERE event_object_schema = coalesce(@schema, database()) AND event_object_table = @name",
            table.Schema, table.Name, row => (row.GetString(0), row.GetString(1)), cancellationToken))
        .ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);

    /// <summary>The foreign keys that a column is part of, by their names.</summary>
    public async ValueTask<IReadOnlyList<string>> ForeignKeysOfAsync(SyncTable table, string column, CancellationToken cancellationToken) =>
        [.. from part in await QueryAsync(
                "SELECT constraint_name, column_name FROM information_schema.key_column_usage WHERE table_schema = coalesce(@schema, database()) AND table_name = @name AND referenced_table_name IS NOT NULL",
                table.Schema, table.Name, row => (Key: row.GetString(0), Column: row.GetString(1)), cancellationToken)
            where string.Equals(part.Column, column, StringComparison.OrdinalIgnoreCase)
            select part.Key];

    /// <summary>The tables of the database whose names begin with a text.</summary>
    public ValueTask<List<string>> TablesWithPrefixAsync(string prefix, CancellationToken cancellationToken) => QueryAsync(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = coalesce(@schema, database()) AND left(table_name, char_length(@name)) = @name",
        null, prefix, row => row.GetString(0), cancellationToken);

    /// <summary>The triggers of the database whose names begin with a text.</summary>
    public async ValueTask<IReadOnlyCollection<string>> TriggersWithPrefixAsync(string prefix, CancellationToken cancellationToken) =>
        (await ActionsWithPrefixAsync(null, prefix, cancellationToken)).Keys;

    /// <summary>What those of a schema do, by their names; null is the schema of the connection.</summary>
    public async ValueTask<Dictionary<string, string>> ActionsWithPrefixAsync(string? schema, string prefix, CancellationToken cancellationToken) =>
        (await QueryAsync(
            "SELECT trigger_name, action_statement FROM information_schema.triggers WHERE trigger_schema = coalesce(@schema, database()) AND left(trigger_name, char_length(@name)) = @name",
            schema, prefix, row => (row.GetString(0), row.GetString(1)), cancellationToken))
        .ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);

    /// <summary>Whether a query gives a row.</summary>
    public async ValueTask<bool> AnyAsync(string sql, CancellationToken cancellationToken) =>
        (await QueryAsync(sql, null, null, _ => true, cancellationToken)).Count > 0;

    private static bool Acts(string rule) => rule is "CASCADE" or "SET NULL" or "SET DEFAULT";

    private static string? Text(MySqlDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    private async ValueTask<List<T>> QueryAsync<T>(string sql, string? schema, string? name, Func<MySqlDataReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new MySqlCommand(sql, connection.Driver);
            command.Parameters.AddWithValue("@schema", schema);
            command.Parameters.AddWithValue("@name", name);
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (Exception exception) when (connection.IsDriversError(exception))
        {
            throw connection.Translate(exception);
        }
    }
}
