using Npgsql;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.PostgreSql;

/// <summary>Reads what a PostgreSQL database says of itself.</summary>
internal sealed class PostgreSqlSchemaReader(PostgreSqlStoreConnection connection)
{
    private readonly HashSet<string> _keyConstraints = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _deferrable = new(StringComparer.Ordinal);

    /// <summary>The names of the constraints and indexes that are the keys of the scope's tables.</summary>
    public IReadOnlySet<string> KeyConstraints => _keyConstraints;

    /// <summary>The foreign keys of the scope's tables that may be checked late, quoted, in the order of their names.</summary>
    public IReadOnlyCollection<string> Deferrable => _deferrable;

    /// <summary>Notes foreign keys that may be checked late.</summary>
    public void AddDeferrable(IEnumerable<string> foreignKeys) => _deferrable.UnionWith(foreignKeys);

    /// <summary>Forgets what was noted: the schema is another.</summary>
    public void Forget()
    {
        _keyConstraints.Clear();
        _deferrable.Clear();
    }

    /// <summary>Notes that a unique index is a table's key.</summary>
    public void AddKeyConstraint(string name) => _keyConstraints.Add(name);

    /// <summary>Whether the current schema, where SyncGen keeps its own tables, has a table of a name.</summary>
    public async ValueTask<bool> HasOwnTableAsync(string name, CancellationToken cancellationToken) => (await QueryAsync(
        "SELECT EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname = $1)",
        name, row => row.GetBoolean(0), cancellationToken))[0];

    /// <summary>Whether a name, quoted where it must be, is one of a relation.</summary>
    public async ValueTask<bool> HasTableAsync(string quoted, CancellationToken cancellationToken) =>
        (await QueryAsync("SELECT to_regclass($1) IS NOT NULL", quoted, row => row.GetBoolean(0), cancellationToken))[0];

    /// <summary>What a relation is, as pg_class says: <c>r</c> for a table, <c>p</c> for a partitioned one, <c>v</c> for a view; here <c>x</c> for a partition; null if there is none.</summary>
    public async ValueTask<char?> KindOfAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var found = await QueryAsync("SELECT CASE WHEN relispartition THEN 'x' ELSE relkind::text END FROM pg_class WHERE oid = to_regclass($1)", NameOf(table), row => row.GetString(0)[0], cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The columns of a table.</summary>
    public ValueTask<List<PostgreSqlColumn>> ColumnsOfAsync(SyncTable table, CancellationToken cancellationToken) => QueryAsync(
        """
        SELECT a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.atthasdef OR a.attidentity <> '', a.attgenerated <> '', a.attidentity = 'a',
          t.typname = 'citext' OR a.attcollation <> 0 AND NOT coalesce(c.collisdeterministic, true)
        FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_collation c ON c.oid = a.attcollation
        WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
        """,
        NameOf(table),
        row => new PostgreSqlColumn(
            row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5), row.GetBoolean(6)),
        cancellationToken);

    /// <summary>All that a table allows once, its primary key included.</summary>
    public ValueTask<List<PostgreSqlUniqueIndex>> UniqueIndexesOfAsync(SyncTable table, CancellationToken cancellationToken) => QueryAsync(
        """
        SELECT i.relname::text, x.indpred IS NOT NULL,
          CASE WHEN x.indexprs IS NULL THEN (SELECT array_agg(a.attname::text ORDER BY k.n)
            FROM unnest(x.indkey::smallint[]) WITH ORDINALITY AS k (number, n)
            JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number WHERE k.n <= x.indnkeyatts) ELSE '{}' END
        FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
        WHERE x.indrelid = to_regclass($1) AND x.indisunique AND x.indisvalid ORDER BY i.relname
        """,
        NameOf(table),
        row => new PostgreSqlUniqueIndex(row.GetString(0), row.GetFieldValue<string[]>(2), row.GetBoolean(1)),
        cancellationToken);

    /// <summary>All foreign keys of the database. Tables of the current schema go without it, as the model has them.</summary>
    public ValueTask<List<(ForeignKey Key, string? Deferrable)>> ForeignKeysAsync(CancellationToken cancellationToken) => QueryAsync(
        """
        SELECT nullif(cn.nspname::text, current_schema()::text), c.relname::text,
          (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(f.conkey) WITH ORDINALITY AS k (number, n)
            JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.number),
          nullif(pn.nspname::text, current_schema()::text), p.relname::text,
          (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(f.confkey) WITH ORDINALITY AS k (number, n)
            JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.number),
          f.confdeltype IN ('c', 'n', 'd'), f.confupdtype IN ('c', 'n', 'd'),
          CASE WHEN f.condeferrable THEN quote_ident(cn.nspname) || '.' || quote_ident(f.conname) END
        FROM pg_constraint f
        JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
        JOIN pg_class p ON p.oid = f.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
        WHERE f.contype = 'f' AND f.conparentid = 0 AND starts_with(f.contype::text, $1)
        ORDER BY f.conname
        """,
        "f",
        row => (new ForeignKey(
            row.GetString(1), row.GetFieldValue<string[]>(2), row.GetString(4), row.GetFieldValue<string[]>(5), row.GetBoolean(6), row.GetBoolean(7))
        {
            ChildSchema = row.IsDBNull(0) ? null : row.GetString(0),
            ParentSchema = row.IsDBNull(3) ? null : row.GetString(3),
        }, row.IsDBNull(8) ? null : row.GetString(8)),
        cancellationToken);

    /// <summary>The tables that triggers of the application hang on.</summary>
    public ValueTask<List<(string? Schema, string Table)>> TablesWithTriggersAsync(CancellationToken cancellationToken) => QueryAsync(
        """
        SELECT DISTINCT nullif(n.nspname::text, current_schema()::text), c.relname::text
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND NOT starts_with(t.tgname, $1)
        """,
        "syncgen_",
        row => (row.IsDBNull(0) ? null : row.GetString(0), row.GetString(1)),
        cancellationToken);

    /// <summary>The names of the triggers on a table, but for those that check foreign keys.</summary>
    public ValueTask<List<string>> TriggersOfAsync(SyncTable table, CancellationToken cancellationToken) => QueryAsync(
        "SELECT tgname::text FROM pg_trigger WHERE tgrelid = to_regclass($1) AND NOT tgisinternal AND tgenabled <> 'D'",
        NameOf(table), row => row.GetString(0), cancellationToken);

    /// <summary>The schema in which a table is; null for the current one.</summary>
    public async ValueTask<string?> SchemaOfAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var found = await QueryAsync(
            "SELECT nullif(n.nspname::text, current_schema()::text) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass($1)",
            NameOf(table), row => row.IsDBNull(0) ? null : row.GetString(0), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The tables of the current schema whose names begin with a text.</summary>
    public ValueTask<List<string>> TablesWithPrefixAsync(string prefix, CancellationToken cancellationToken) => QueryAsync(
        "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND starts_with(relname, $1)",
        prefix, row => row.GetString(0), cancellationToken);

    /// <summary>The functions of the current schema whose names begin with a text.</summary>
    public ValueTask<List<string>> FunctionsWithPrefixAsync(string prefix, CancellationToken cancellationToken) => QueryAsync(
        "SELECT proname::text FROM pg_proc WHERE pronamespace = current_schema()::regnamespace AND starts_with(proname, $1)",
        prefix, row => row.GetString(0), cancellationToken);

    /// <summary>Whether this login may silence triggers.</summary>
    public async ValueTask<bool> IsSuperuserAsync(CancellationToken cancellationToken) =>
        (await QueryAsync("SELECT current_setting('is_superuser') = $1", "on", row => row.GetBoolean(0), cancellationToken))[0];

    /// <summary>Whether this login may make temporary tables.</summary>
    public async ValueTask<bool> MayMakeTemporaryTablesAsync(CancellationToken cancellationToken) =>
        (await QueryAsync("SELECT has_database_privilege(current_database(), $1)", "TEMPORARY", row => row.GetBoolean(0), cancellationToken))[0];

    private static string NameOf(SyncTable table) => PostgreSqlDialect.Instance.QualifiedName(table);

    private async ValueTask<List<T>> QueryAsync<T>(string sql, string argument, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection.Driver);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = argument });
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
