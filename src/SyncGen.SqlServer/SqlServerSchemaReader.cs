using System.Globalization;
using Microsoft.Data.SqlClient;
using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.SqlServer;

/// <summary>Reads what a SQL Server database says of itself.</summary>
internal sealed class SqlServerSchemaReader(SqlServerStoreConnection connection)
{
    private readonly Dictionary<string, string> _keyIndexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string?>> _types = new(StringComparer.Ordinal);

    /// <summary>The name of the index that is a table's key; null if it is not known.</summary>
    public string? KeyIndexOf(SyncTable table) => _keyIndexes.GetValueOrDefault(SqlServerDialect.Instance.QualifiedName(table));

    /// <summary>Notes which unique index is a table's key.</summary>
    public void SetKeyIndex(SyncTable table, string name) => _keyIndexes[SqlServerDialect.Instance.QualifiedName(table)] = name;

    /// <summary>The types of a table's columns, in the descriptor's order, as they were read last; null before that.</summary>
    public IReadOnlyList<string?>? KnownTypesOf(SyncTable table) => _types.GetValueOrDefault(SqlServerDialect.Instance.QualifiedName(table));

    /// <summary>The schema in which unqualified names are looked for first.</summary>
    public async ValueTask<string> DefaultSchemaAsync(CancellationToken cancellationToken) => (await QueryAsync("SELECT SCHEMA_NAME()", null, row => row.GetString(0), cancellationToken))[0];

    /// <summary>What an object is, such as <c>USER_TABLE</c>, whether it is held in memory, and its schema; null if there is none.</summary>
    public async ValueTask<(string Kind, bool IsInMemory, string Schema)?> KindOfAsync(string? schema, string table, CancellationToken cancellationToken)
    {
        var found = await QueryAsync(
            """
            SELECT o.type_desc, CAST(coalesce(t.is_memory_optimized, 0) AS int), SCHEMA_NAME(o.schema_id)
            FROM sys.objects AS o LEFT JOIN sys.tables AS t ON t.object_id = o.object_id WHERE o.object_id = OBJECT_ID(@name)
            """,
            SqlServerDialect.Instance.QualifiedName(schema, table), row => (row.GetString(0), row.GetInt32(1) != 0, row.GetString(2)), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The columns of a table.</summary>
    public async ValueTask<List<SqlServerColumn>> ColumnsOfAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var columns = await QueryAsync(
            """
            SELECT c.name, coalesce(b.name, t.name), CAST(c.max_length AS int), CAST(c.precision AS int), CAST(c.scale AS int), c.collation_name,
              CAST(c.is_nullable AS int), CAST(CASE WHEN c.default_object_id <> 0 THEN 1 ELSE 0 END AS int), CAST(c.is_identity AS int), CAST(c.is_computed AS int)
            FROM sys.columns AS c JOIN sys.types AS t ON t.user_type_id = c.user_type_id
            LEFT JOIN sys.types AS b ON b.user_type_id = c.system_type_id
            WHERE c.object_id = OBJECT_ID(@name) ORDER BY c.column_id
            """,
            SqlServerDialect.Instance.QualifiedName(table), ColumnOf, cancellationToken);
        // As the model calls them, which may write them otherwise where case does not matter.
        columns = columns.ConvertAll(live => live with { Name = AsModelled(table, live.Name) });
        _types[SqlServerDialect.Instance.QualifiedName(table)] = [.. table.Columns.Select(column => columns.Find(live => live.Name == column.Name)?.Type)];
        return columns;
    }

    /// <summary>All that a table allows once, its primary key included.</summary>
    public async ValueTask<List<SqlServerUniqueIndex>> UniqueIndexesOfAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var parts = await QueryAsync(
            """
            SELECT i.name, c.name, CAST(i.has_filter AS int) FROM sys.indexes AS i
            JOIN sys.index_columns AS k ON k.object_id = i.object_id AND k.index_id = i.index_id AND k.key_ordinal > 0
            JOIN sys.columns AS c ON c.object_id = k.object_id AND c.column_id = k.column_id
            WHERE i.object_id = OBJECT_ID(@name) AND i.is_unique = 1 AND i.is_disabled = 0 AND i.is_hypothetical = 0 ORDER BY i.index_id, k.key_ordinal
            """,
            SqlServerDialect.Instance.QualifiedName(table),
            row => (Index: row.GetString(0), Column: row.GetString(1), IsPartial: row.GetInt32(2) != 0), cancellationToken);
        return [.. parts.GroupBy(part => part.Index).Select(index => new SqlServerUniqueIndex(index.Key, [.. index.Select(part => AsModelled(table, part.Column))], index.Any(part => part.IsPartial)))];
    }

    /// <summary>All foreign keys of the database that are checked. Tables of the default schema go without it, as the model has them.</summary>
    public async ValueTask<List<ForeignKey>> ForeignKeysAsync(CancellationToken cancellationToken)
    {
        var parts = await QueryAsync(
            """
            SELECT f.object_id, nullif(SCHEMA_NAME(c.schema_id), SCHEMA_NAME()), c.name, a.name, nullif(SCHEMA_NAME(p.schema_id), SCHEMA_NAME()), p.name, b.name,
              CAST(f.delete_referential_action AS int), CAST(f.update_referential_action AS int)
            FROM sys.foreign_keys AS f
            JOIN sys.foreign_key_columns AS k ON k.constraint_object_id = f.object_id
            JOIN sys.tables AS c ON c.object_id = f.parent_object_id
            JOIN sys.tables AS p ON p.object_id = f.referenced_object_id
            JOIN sys.columns AS a ON a.object_id = k.parent_object_id AND a.column_id = k.parent_column_id
            JOIN sys.columns AS b ON b.object_id = k.referenced_object_id AND b.column_id = k.referenced_column_id
            WHERE f.is_disabled = 0 ORDER BY f.object_id, k.constraint_column_id
            """,
            null,
            row => (Id: row.GetInt32(0), ChildSchema: Text(row, 1), Child: row.GetString(2), Column: row.GetString(3), ParentSchema: Text(row, 4),
                Parent: row.GetString(5), ParentColumn: row.GetString(6), OnDelete: row.GetInt32(7), OnUpdate: row.GetInt32(8)),
            cancellationToken);
        return [.. parts.GroupBy(part => part.Id).Select(group =>
        {
            var first = group.First();
            var (child, parent) = (InScope(first.ChildSchema, first.Child), InScope(first.ParentSchema, first.Parent));
            return new ForeignKey(
                child?.Name ?? first.Child, [.. group.Select(part => AsModelled(child, part.Column))],
                parent?.Name ?? first.Parent, [.. group.Select(part => AsModelled(parent, part.ParentColumn))], first.OnDelete != 0, first.OnUpdate != 0)
            {
                ChildSchema = first.ChildSchema,
                ParentSchema = first.ParentSchema,
            };
        })];
    }

    /// <summary>The tables that triggers of the application hang on.</summary>
    public ValueTask<List<(string? Schema, string Table)>> TablesWithTriggersAsync(CancellationToken cancellationToken) => QueryAsync(
        """
        SELECT DISTINCT nullif(SCHEMA_NAME(t.schema_id), SCHEMA_NAME()), t.name FROM sys.triggers AS g JOIN sys.tables AS t ON t.object_id = g.parent_id
        WHERE g.is_disabled = 0 AND LEFT(g.name, 8) <> N'syncgen_'
        """,
        null, row => (Text(row, 0), row.GetString(1)), cancellationToken);

    /// <summary>The triggers on a table that are not disabled.</summary>
    public async ValueTask<HashSet<string>> TriggersOfAsync(SyncTable table, CancellationToken cancellationToken) =>
        (await QueryAsync("SELECT name FROM sys.triggers WHERE parent_id = OBJECT_ID(@name) AND is_disabled = 0",
            SqlServerDialect.Instance.QualifiedName(table), row => row.GetString(0), cancellationToken)).ToHashSet(connection.Names);

    /// <summary>The tables of the default schema whose names begin with a text.</summary>
    public ValueTask<List<string>> TablesWithPrefixAsync(string prefix, CancellationToken cancellationToken) => QueryAsync(
        "SELECT name FROM sys.tables WHERE SCHEMA_NAME(schema_id) = SCHEMA_NAME() AND LEFT(name, LEN(@name)) = @name",
        prefix, row => row.GetString(0), cancellationToken);

    /// <summary>The table types of the default schema whose names begin with a text.</summary>
    public ValueTask<List<string>> TypesWithPrefixAsync(string prefix, CancellationToken cancellationToken) => QueryAsync(
        "SELECT name FROM sys.table_types WHERE SCHEMA_NAME(schema_id) = SCHEMA_NAME() AND LEFT(name, LEN(@name)) = @name",
        prefix, row => row.GetString(0), cancellationToken);

    /// <summary>The triggers whose names begin with a text, each with the schema of its table.</summary>
    public ValueTask<List<(string Schema, string Name)>> TriggersWithPrefixAsync(string prefix, CancellationToken cancellationToken) => QueryAsync(
        "SELECT SCHEMA_NAME(t.schema_id), g.name FROM sys.triggers AS g JOIN sys.tables AS t ON t.object_id = g.parent_id WHERE LEFT(g.name, LEN(@name)) = @name",
        prefix, row => (row.GetString(0), row.GetString(1)), cancellationToken);

    /// <summary>Whether a query gives a row.</summary>
    public async ValueTask<bool> AnyAsync(string sql, CancellationToken cancellationToken) => (await QueryAsync(sql, null, _ => true, cancellationToken)).Count > 0;

    /// <summary>The rows of queries, which have the parameter <c>@name</c>.</summary>
    public async ValueTask<List<T>> QueryAsync<T>(string sql, string? name, Func<SqlDataReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new SqlCommand(sql, connection.Driver) { CommandTimeout = connection.CommandSeconds };
            if (name is not null)
            {
                command.Parameters.Add(new SqlParameter("@name", System.Data.SqlDbType.NVarChar, 4000) { Value = name });
            }

            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            do
            {
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(read(reader));
                }
            }
            while (await reader.NextResultAsync(cancellationToken));

            return rows;
        }
        catch (Exception exception) when (connection.IsDriversError(exception))
        {
            throw connection.Translate(exception, cancellationToken);
        }
    }

    private SyncTable? InScope(string? schema, string name) => connection.Definition.Tables.FirstOrDefault(
        table => connection.Names.Equals(table.Name, name) && (schema is null || connection.Names.Equals(table.Schema, schema)));

    private string AsModelled(SyncTable? table, string name) =>
        table?.Columns.FirstOrDefault(column => connection.Names.Equals(column.Name, name))?.Name ?? name;

    private static string? Text(SqlDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    private static SqlServerColumn ColumnOf(SqlDataReader row)
    {
        var (type, bytes, precision, scale, collation) = (row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), Text(row, 5));
        var length = bytes < 0 ? -1 : type is "nvarchar" or "nchar" ? bytes / 2 : bytes;
        var size = length < 0 ? "max" : length.ToString(CultureInfo.InvariantCulture);
        var definition = type switch
        {
            "nvarchar" or "nchar" or "varchar" or "char" => $"{type}({size}) COLLATE {collation}",
            "varbinary" or "binary" => $"{type}({size})",
            // What the database counts is no type that a table of ours could have.
            "timestamp" or "rowversion" => "varbinary(8)",
            "decimal" or "numeric" => string.Create(CultureInfo.InvariantCulture, $"{type}({precision},{scale})"),
            "datetime2" or "time" or "datetimeoffset" => string.Create(CultureInfo.InvariantCulture, $"{type}({scale})"),
            _ => type,
        };
        return new SqlServerColumn(
            row.GetString(0),
            type,
            definition,
            IsRequired: row.GetInt32(6) == 0,
            HasDefault: row.GetInt32(7) != 0,
            IsIdentity: row.GetInt32(8) != 0,
            IsGenerated: row.GetInt32(9) != 0 || type is "timestamp" or "rowversion",
            ComparesLoosely: collation is not null && !collation.Contains("_BIN", StringComparison.OrdinalIgnoreCase),
            collation is null && type is not ("binary" or "varbinary") ? -1 : length);
    }
}
