using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using SyncGen.CodeGeneration.Model;
using SyncGen.SqlServer;
using SyncGen.Tool.Scaffolding.Schema;
using static SyncGen.Tool.Scaffolding.Sources.CatalogQuery;

namespace SyncGen.Tool.Scaffolding.Sources;

/// <summary>Reads the schema of a SQL Server database.</summary>
internal sealed class SqlServerSchemaSource : ISchemaSource
{
    public string NameOf(string connectionString) => SqlServerProvider.NameOf(connectionString);

    public bool IsFromBelow(Exception exception) => SqlServerErrors.IsOfOpening(exception);

    public SyncException Translate(Exception exception, string name) => SqlServerErrors.Translate(exception, name, isOpen: true);

    public async Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var query = new CatalogQuery(connection, cancellationToken);
        var assembly = new SchemaAssembly();
        var loose = new SortedDictionary<string, (TableName Table, List<string> Columns)>(StringComparer.Ordinal);
        await query.RunAsync(SqlServerQueries.DefaultSchema, row => assembly.DefaultSchema = Text(row, 0));
        await query.RunAsync(SqlServerQueries.Tables, row => assembly.AddTable(
            Table(row), Flag(row, 2) ? "It is memory-optimized, so that a session's writes could not be taken back one by one." : Flag(row, 3) ? "It is an external table, whose rows no trigger sees." : null));
        await query.RunAsync(SqlServerQueries.Columns, row =>
        {
            var (table, column) = (Table(row), ColumnOf(row));
            assembly.AddColumn(table, column);
            if (column.Type is "varchar" or "char" && Text(row, 7)?.EndsWith("_UTF8", StringComparison.OrdinalIgnoreCase) == false)
            {
                loose.TryAdd(table.ToString(), (table, []));
                loose[table.ToString()].Columns.Add(column.Name);
            }
        });
        await query.RunAsync(SqlServerQueries.Indexes, row =>
        {
            if (Flag(row, 4))
            {
                assembly.AddKey(Table(row), row.GetString(3));
            }
            else
            {
                assembly.AddUnique(Table(row), row.GetString(2), row.GetString(3), Flag(row, 5));
            }
        });
        await query.RunAsync(SqlServerQueries.ForeignKeys, row => assembly.AddForeignKey(
            Table(row), row.GetString(2), row.GetString(3), new TableName(Text(row, 4), row.GetString(5)), row.GetString(6)));
        await query.RunAsync(SqlServerQueries.Triggers, row => assembly.AddRemark(Table(row), null, Remarks.Trigger(row.GetString(2))));
        foreach (var (table, columns) in loose.Values)
        {
            assembly.AddRemark(table, null, Remarks.CodePage(columns));
        }

        return assembly.Build(Databases.SqlServer);
    }

    private static ColumnSchema ColumnOf(DbDataReader row)
    {
        var (type, bytes, precision, scale) = (row.GetString(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6));
        int? length = bytes < 0 || type is "xml" ? null : type switch
        {
            "nvarchar" or "nchar" => bytes / 2,
            "varchar" or "char" or "varbinary" or "binary" => bytes,
            _ => null,
        };
        var declared = type switch
        {
            "nvarchar" or "nchar" or "varchar" or "char" or "varbinary" or "binary" => $"{type}({length?.ToString(CultureInfo.InvariantCulture) ?? "max"})",
            "decimal" or "numeric" => string.Create(CultureInfo.InvariantCulture, $"{type}({precision},{scale})"),
            _ => type,
        };
        return new ColumnSchema(row.GetString(2), type, declared)
        {
            Length = length,
            Precision = type is "decimal" or "numeric" ? precision : null,
            Scale = scale,
            IsNullable = Flag(row, 8),
            HasDefault = Flag(row, 9),
            IsIdentity = Flag(row, 10),
            IsGenerated = Flag(row, 11) || type is "timestamp" or "rowversion",
        };
    }

    private static TableName Table(DbDataReader row) => new(Text(row, 0), row.GetString(1));
}
