using Microsoft.Data.Sqlite;
using SyncGen.CodeGeneration.Model;
using SyncGen.Sqlite;
using SyncGen.Tool.Scaffolding.Schema;
using SyncGen.Tool.Scaffolding.Types;
using static SyncGen.Tool.Scaffolding.Sources.CatalogQuery;

namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>Reads the schema of a SQLite file.</summary>
internal sealed class SqliteSchemaSource : ISchemaSource
{
    private const string Tables = "pragma_table_list AS t";

    private const string AreOurs =
        "t.schema = 'main' AND t.type IN ('table', 'virtual') AND lower(substr(t.name, 1, 7)) <> 'sqlite_' AND lower(substr(t.name, 1, 8)) <> 'syncgen_'";

    public string NameOf(string connectionString) => SqliteProvider.NameOf(connectionString);

    public bool IsFromBelow(Exception exception) => exception is SqliteException;

    public SyncException Translate(Exception exception, string name) => SqliteErrors.Translate((SqliteException)exception, name);

    public async Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(Existing(connectionString));
        await connection.OpenAsync(cancellationToken);
        var query = new CatalogQuery(connection, cancellationToken);
        var assembly = new SchemaAssembly();
        await query.RunAsync($"SELECT t.name, t.type FROM {Tables} WHERE {AreOurs}", row => assembly.AddTable(
            Name(row.GetString(0)),
            row.GetString(1) == "virtual" ? "It is a virtual table, whose rows no trigger sees." : null));
        await ReadColumnsAsync(query, assembly);
        await ReadRelationsAsync(query, assembly);
        await query.RunAsync(
            $"SELECT t.name, m.name FROM {Tables}, sqlite_schema AS m WHERE {AreOurs} AND m.type = 'trigger' AND m.tbl_name = t.name COLLATE NOCASE AND substr(m.name, 1, 8) <> 'syncgen_' ORDER BY m.name",
            row => assembly.AddRemark(Name(row.GetString(0)), null, Remarks.Trigger(row.GetString(1))));
        return assembly.Build(Databases.Sqlite);
    }

    private static async Task ReadColumnsAsync(CatalogQuery query, SchemaAssembly assembly)
    {
        var collations = new Dictionary<(string Table, string Column), string>();
        await query.RunAsync(
            $"""
            SELECT t.name, x.name, x.coll FROM {Tables}, pragma_index_list(t.name, 'main') AS i, pragma_index_xinfo(i.name, 'main') AS x
            WHERE {AreOurs} AND i.origin = 'pk' AND x.key AND x.coll <> 'BINARY'
            """,
            row => collations[(row.GetString(0), row.GetString(1))] = row.GetString(2));
        var keys = new List<(TableName Table, int Order, string Column)>();
        await query.RunAsync(
            $"""
            SELECT t.name, x.name, x.type, x."notnull", x.dflt_value IS NOT NULL, x.pk, x.hidden, t.wr, (SELECT max(pk) FROM pragma_table_xinfo(t.name, 'main'))
            FROM {Tables}, pragma_table_xinfo(t.name, 'main') AS x WHERE {AreOurs} AND x.hidden <> 1 ORDER BY t.name, x.cid
            """,
            row =>
            {
                var (table, name, order) = (Name(row.GetString(0)), row.GetString(1), row.GetInt32(5));
                var declared = SqliteDeclaration.Of(row.GetString(2));
                if (order > 0)
                {
                    keys.Add((table, order, name));
                }

                assembly.AddColumn(table, declared.ToColumn(name) with
                {
                    IsNullable = !Flag(row, 3) && order == 0,
                    HasDefault = Flag(row, 4),
                    IsGenerated = row.GetInt32(6) > 1,
                    // An INTEGER PRIMARY KEY is the row's number.
                    IsIdentity = order > 0 && row.GetInt32(8) == 1 && !Flag(row, 7) && declared.Words == "integer",
                    Collation = collations.GetValueOrDefault((table.Name, name)),
                });
            });
        foreach (var (table, _, column) in keys.OrderBy(key => key.Order))
        {
            assembly.AddKey(table, column);
        }
    }

    private static async Task ReadRelationsAsync(CatalogQuery query, SchemaAssembly assembly)
    {
        await query.RunAsync(
            $"""
            SELECT t.name, CAST(f.id AS TEXT), f."from", f."table", f."to" FROM {Tables}, pragma_foreign_key_list(t.name, 'main') AS f
            WHERE {AreOurs} ORDER BY t.name, f.id, f.seq
            """,
            row => assembly.AddForeignKey(Name(row.GetString(0)), row.GetString(1), row.GetString(2), Name(row.GetString(3)), Text(row, 4)));
        await query.RunAsync(
            $"""
            SELECT t.name, i.name, x.name, i.partial FROM {Tables}, pragma_index_list(t.name, 'main') AS i, pragma_index_xinfo(i.name, 'main') AS x
            WHERE {AreOurs} AND i."unique" AND i.origin <> 'pk' AND x.key ORDER BY t.name, i.name, x.seqno
            """,
            row => assembly.AddUnique(Name(row.GetString(0)), row.GetString(1), Text(row, 2), Flag(row, 3)));
    }

    private static TableName Name(string name) => new(null, name);

    // A file that is not there is an error, not a new database.
    private static string Existing(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        if (builder.Mode == SqliteOpenMode.ReadWriteCreate)
        {
            builder.Mode = SqliteOpenMode.ReadWrite;
        }

        return builder.ConnectionString;
    }
}
