using System.Data.Common;
using System.Net.Sockets;
using Npgsql;
using SyncGen.CodeGeneration.Model;
using SyncGen.PostgreSql;
using SyncGen.Tool.Scaffolding.Schema;
using static SyncGen.Tool.Scaffolding.Sources.CatalogQuery;

namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>Reads the schema of a PostgreSQL database.</summary>
internal sealed class PostgreSqlSchemaSource : ISchemaSource
{
    // What belongs to an extension, such as spatial_ref_sys, is not the application's.
    private const string Tables =
        """
        WITH t AS (
          SELECT c.oid, nullif(n.nspname::text, current_schema()::text) AS schema, c.relname::text AS name, c.relkind::text AS kind, c.relrowsecurity AS secured
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition AND c.relpersistence <> 't'
            AND n.nspname <> 'information_schema' AND NOT starts_with(n.nspname, 'pg_') AND NOT starts_with(c.relname, 'syncgen_')
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))

        """;

    private const int ModifierOffset = 4;

    public string NameOf(string connectionString) => PostgreSqlProvider.NameOf(connectionString);

    public bool IsFromBelow(Exception exception) => exception is NpgsqlException or IOException or SocketException;

    public SyncException Translate(Exception exception, string name) => PostgreSqlErrors.Translate(exception, name);

    public async Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var query = new CatalogQuery(connection, cancellationToken);
        var assembly = new SchemaAssembly();
        await query.RunAsync("SELECT current_schema()::text", row => assembly.DefaultSchema = Text(row, 0));
        await query.RunAsync(Tables + "SELECT schema, name, kind, secured FROM t", row =>
        {
            assembly.AddTable(Table(row), row.GetString(2) == "f" ? "It is a foreign table, whose rows no trigger sees." : null);
            if (row.GetBoolean(3))
            {
                assembly.AddRemark(Table(row), null, Remarks.RowSecurity);
            }
        });
        await ReadColumnsAsync(query, assembly);
        await ReadIndexesAsync(query, assembly);
        await ReadForeignKeysAsync(query, assembly);
        await ReadRemarksAsync(query, assembly);
        return assembly.Build(Databases.PostgreSql);
    }

    // A domain counts as the type that it is made of, down to the last.
    private static Task ReadColumnsAsync(CatalogQuery query, SchemaAssembly assembly) => query.RunAsync(
        Tables + """
        SELECT t.schema, t.name, a.attname::text,
          CASE WHEN b.typtype = 'e' THEN 'enum' WHEN b.typcategory = 'A' THEN 'array' WHEN b.typtype = 'b' THEN b.typname::text ELSE 'other' END,
          format_type(a.atttypid, a.atttypmod), CASE WHEN u.depth = 0 THEN a.atttypmod ELSE u.modifier END,
          NOT (a.attnotnull OR u.isrequired), a.attgenerated <> '',
          a.attidentity <> '' OR coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false), a.atthasdef OR u.hasdefault
        FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        CROSS JOIN LATERAL (
          WITH RECURSIVE down (type, modifier, isrequired, hasdefault, depth) AS (
            SELECT a.atttypid, a.atttypmod, false, false, 0
            UNION ALL
            SELECT d.typbasetype, d.typtypmod, down.isrequired OR d.typnotnull, down.hasdefault OR d.typdefault IS NOT NULL, down.depth + 1
            FROM down JOIN pg_type d ON d.oid = down.type AND d.typtype = 'd')
          SELECT * FROM down ORDER BY depth DESC LIMIT 1) u
        JOIN pg_type b ON b.oid = u.type
        ORDER BY t.oid, a.attnum
        """,
        row =>
        {
            var (type, modifier) = (row.GetString(3), row.GetInt32(5) - ModifierOffset);
            assembly.AddColumn(Table(row), new ColumnSchema(row.GetString(2), type, row.GetString(4))
            {
                Length = modifier > 0 && type is "varchar" or "bpchar" ? modifier : null,
                Precision = modifier >= 0 && type == "numeric" ? (modifier >> 16) & 0xffff : null,
                Scale = modifier >= 0 && type == "numeric" ? modifier & 0x7ff : 0,
                IsNullable = row.GetBoolean(6),
                IsGenerated = row.GetBoolean(7),
                IsIdentity = row.GetBoolean(8),
                HasDefault = row.GetBoolean(9),
            });
        });

    private static Task ReadIndexesAsync(CatalogQuery query, SchemaAssembly assembly) => query.RunAsync(
        Tables + """
        SELECT t.schema, t.name, i.relname::text, a.attname::text, x.indpred IS NOT NULL, x.indisprimary
        FROM t JOIN pg_index x ON x.indrelid = t.oid AND x.indisunique AND x.indisvalid JOIN pg_class i ON i.oid = x.indexrelid
        CROSS JOIN LATERAL unnest(x.indkey::smallint[]) WITH ORDINALITY AS k (number, n)
        LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number AND k.number > 0
        WHERE k.n <= x.indnkeyatts ORDER BY t.oid, i.relname, k.n
        """,
        row =>
        {
            if (row.GetBoolean(5))
            {
                assembly.AddKey(Table(row), row.GetString(3));
            }
            else
            {
                assembly.AddUnique(Table(row), row.GetString(2), Text(row, 3), row.GetBoolean(4));
            }
        });

    private static Task ReadForeignKeysAsync(CatalogQuery query, SchemaAssembly assembly) => query.RunAsync(
        Tables + """
        SELECT t.schema, t.name, f.conname::text, a.attname::text, nullif(n.nspname::text, current_schema()::text), p.relname::text, b.attname::text
        FROM t JOIN pg_constraint f ON f.conrelid = t.oid AND f.contype = 'f' AND f.conparentid = 0
        JOIN pg_class p ON p.oid = f.confrelid JOIN pg_namespace n ON n.oid = p.relnamespace
        CROSS JOIN LATERAL unnest(f.conkey, f.confkey) WITH ORDINALITY AS k (child, parent, n)
        JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.child
        JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = k.parent
        ORDER BY t.oid, f.conname, k.n
        """,
        row => assembly.AddForeignKey(Table(row), row.GetString(2), row.GetString(3), new TableName(Text(row, 4), row.GetString(5)), row.GetString(6)));

    private static async Task ReadRemarksAsync(CatalogQuery query, SchemaAssembly assembly)
    {
        await query.RunAsync(
            Tables + """
            SELECT t.schema, t.name, g.tgname::text FROM t JOIN pg_trigger g ON g.tgrelid = t.oid
            WHERE NOT g.tgisinternal AND NOT starts_with(g.tgname, 'syncgen_') ORDER BY g.tgname
            """,
            row => assembly.AddRemark(Table(row), null, Remarks.Trigger(row.GetString(2))));
        await query.RunAsync(
            Tables + "SELECT t.schema, t.name, x.conname::text FROM t JOIN pg_constraint x ON x.conrelid = t.oid AND x.contype = 'x' ORDER BY x.conname",
            row => assembly.AddRemark(Table(row), null, Remarks.Exclusion(row.GetString(2))));
    }

    private static TableName Table(DbDataReader row) => new(Text(row, 0), row.GetString(1));
}
