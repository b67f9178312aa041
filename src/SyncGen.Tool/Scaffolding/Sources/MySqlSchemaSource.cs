using System.Data.Common;
using System.Net.Sockets;
using MySqlConnector;
using SyncGen.CodeGeneration.Model;
using SyncGen.MySql;
using SyncGen.Tool.Scaffolding.Schema;
using static SyncGen.Tool.Scaffolding.Sources.CatalogQuery;

namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>Reads the schema of a MySQL or MariaDB database.</summary>
internal sealed class MySqlSchemaSource : ISchemaSource
{
    public string NameOf(string connectionString) => MySqlProvider.NameOf(connectionString);

    public bool IsFromBelow(Exception exception) => exception is MySqlException or IOException or SocketException;

    public SyncException Translate(Exception exception, string name) => MySqlErrors.Translate(exception, name, isOpen: true);

    public async Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new MySqlConnection(new MySqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var query = new CatalogQuery(connection, cancellationToken);
        var assembly = new SchemaAssembly();
        await query.RunAsync("SELECT database()", row => assembly.DefaultSchema = Text(row, 0));
        await query.RunAsync(
            """
            SELECT table_name, table_type, engine FROM information_schema.tables
            WHERE table_schema = database() AND table_type NOT LIKE '%VIEW%' AND table_type <> 'SEQUENCE' AND left(table_name, 8) <> 'syncgen_'
            """,
            row => assembly.AddTable(Table(row), ObstacleOf(row.GetString(1), Text(row, 2))));
        await ReadColumnsAsync(query, assembly);
        await ReadIndexesAsync(query, assembly);
        await ReadForeignKeysAsync(query, assembly);
        await query.RunAsync(
            """
            SELECT event_object_table, trigger_name FROM information_schema.triggers
            WHERE event_object_schema = database() AND left(trigger_name, 8) <> 'syncgen_' ORDER BY trigger_name
            """,
            row => assembly.AddRemark(Table(row), null, Remarks.Trigger(row.GetString(1))));
        return assembly.Build(Databases.MySql);
    }

    private static string? ObstacleOf(string type, string? engine) => (type, engine) switch
    {
        ("BASE TABLE", "InnoDB") => null,
        ("BASE TABLE", _) => $"It is stored by {engine ?? "no engine that answers"}, not by InnoDB.",
        _ => $"It is of the kind {type}, which cannot be synchronised.",
    };

    private static Task ReadColumnsAsync(CatalogQuery query, SchemaAssembly assembly) => query.RunAsync(
        """
        SELECT table_name, column_name, data_type, column_type, is_nullable = 'YES', character_maximum_length, numeric_precision, numeric_scale,
          coalesce(generation_expression, '') <> '', extra LIKE '%auto_increment%', column_default IS NOT NULL
        FROM information_schema.columns WHERE table_schema = database() ORDER BY table_name, ordinal_position
        """,
        row => assembly.AddColumn(Table(row), new ColumnSchema(row.GetString(1), row.GetString(2).ToLowerInvariant(), row.GetString(3))
        {
            IsNullable = Flag(row, 4),
            Length = Number(row, 5),
            Precision = Number(row, 6),
            Scale = Number(row, 7) ?? 0,
            IsGenerated = Flag(row, 8),
            IsIdentity = Flag(row, 9),
            HasDefault = Flag(row, 10),
        }));

    private static Task ReadIndexesAsync(CatalogQuery query, SchemaAssembly assembly) => query.RunAsync(
        """
        SELECT table_name, index_name, column_name, sub_part IS NOT NULL
        FROM information_schema.statistics WHERE table_schema = database() AND non_unique = 0 ORDER BY table_name, index_name, seq_in_index
        """,
        row =>
        {
            var column = Flag(row, 3) ? null : Text(row, 2);
            if (row.GetString(1) == "PRIMARY")
            {
                assembly.AddKey(Table(row), row.GetString(2));
            }
            else
            {
                assembly.AddUnique(Table(row), row.GetString(1), column, isPartial: false);
            }
        });

    // A parent in another database keeps its name, so that it is found in no document.
    private static Task ReadForeignKeysAsync(CatalogQuery query, SchemaAssembly assembly) => query.RunAsync(
        """
        SELECT table_name, constraint_name, column_name, nullif(referenced_table_schema, database()), referenced_table_name, referenced_column_name
        FROM information_schema.key_column_usage WHERE table_schema = database() AND referenced_table_name IS NOT NULL
        ORDER BY table_name, constraint_name, ordinal_position
        """,
        row => assembly.AddForeignKey(
            Table(row), row.GetString(1), row.GetString(2), new TableName(Text(row, 3), row.GetString(4)), row.GetString(5)));

    private static TableName Table(DbDataReader row) => new(null, row.GetString(0));
}
