namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>Queries of a SQL Server's catalog, as version 2016 has it. Tables of the login's default schema come without it.</summary>
internal static class SqlServerQueries
{
    public const string DefaultSchema = "SELECT SCHEMA_NAME()";

    // The history of a temporal table, type 1, is the server's own. The table of a diagram belongs to a tool.
    private const string AreOurs =
        "t.is_ms_shipped = 0 AND t.temporal_type <> 1 AND LEFT(t.name, 8) <> N'syncgen_' AND t.name <> N'sysdiagrams'";

    private const string Name = "NULLIF(SCHEMA_NAME(t.schema_id), SCHEMA_NAME()), t.name";

    public const string Tables =
        $"""
        SELECT {Name}, CAST(t.is_memory_optimized AS int), CAST(t.is_external AS int) FROM sys.tables AS t WHERE {AreOurs}
        """;

    /// <summary>Columns of a period are written by the server, as computed ones are.</summary>
    public const string Columns =
        $"""
        SELECT {Name}, c.name, COALESCE(b.name, y.name), CAST(c.max_length AS int), CAST(c.precision AS int), CAST(c.scale AS int), c.collation_name,
          CAST(c.is_nullable AS int), CAST(CASE WHEN c.default_object_id <> 0 THEN 1 ELSE 0 END AS int), CAST(c.is_identity AS int),
          CAST(CASE WHEN c.is_computed = 1 OR c.generated_always_type <> 0 THEN 1 ELSE 0 END AS int)
        FROM sys.tables AS t JOIN sys.columns AS c ON c.object_id = t.object_id
        JOIN sys.types AS y ON y.user_type_id = c.user_type_id
        LEFT JOIN sys.types AS b ON b.user_type_id = c.system_type_id
        WHERE {AreOurs} ORDER BY t.object_id, c.column_id
        """;

    public const string Indexes =
        $"""
        SELECT {Name}, i.name, c.name, CAST(i.is_primary_key AS int), CAST(i.has_filter AS int)
        FROM sys.tables AS t JOIN sys.indexes AS i ON i.object_id = t.object_id AND i.is_unique = 1 AND i.is_disabled = 0 AND i.is_hypothetical = 0
        JOIN sys.index_columns AS k ON k.object_id = i.object_id AND k.index_id = i.index_id AND k.key_ordinal > 0
        JOIN sys.columns AS c ON c.object_id = k.object_id AND c.column_id = k.column_id
        WHERE {AreOurs} ORDER BY t.object_id, i.index_id, k.key_ordinal
        """;

    public const string ForeignKeys =
        $"""
        SELECT {Name}, f.name, a.name, NULLIF(SCHEMA_NAME(p.schema_id), SCHEMA_NAME()), p.name, b.name
        FROM sys.tables AS t JOIN sys.foreign_keys AS f ON f.parent_object_id = t.object_id AND f.is_disabled = 0
        JOIN sys.foreign_key_columns AS k ON k.constraint_object_id = f.object_id
        JOIN sys.tables AS p ON p.object_id = f.referenced_object_id
        JOIN sys.columns AS a ON a.object_id = k.parent_object_id AND a.column_id = k.parent_column_id
        JOIN sys.columns AS b ON b.object_id = k.referenced_object_id AND b.column_id = k.referenced_column_id
        WHERE {AreOurs} ORDER BY t.object_id, f.name, k.constraint_column_id
        """;

    public const string Triggers =
        $"""
        SELECT {Name}, g.name FROM sys.tables AS t JOIN sys.triggers AS g ON g.parent_id = t.object_id
        WHERE {AreOurs} AND g.is_disabled = 0 AND LEFT(g.name, 8) <> N'syncgen_' ORDER BY g.name
        """;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [DefaultSchema, Tables, Columns, Indexes, ForeignKeys, Triggers];
}
