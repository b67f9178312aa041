using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.SqlServer;

/// <summary>Finds out what a session must know of a table as the database has it.</summary>
internal sealed class SqlServerTraits(SqlServerStoreConnection connection)
{
    // Of these a table of ours can have columns, and values of them can be compared.
    private static readonly string[] s_staged =
    [
        "bit", "tinyint", "smallint", "int", "bigint", "decimal", "numeric", "money", "smallmoney", "real", "float", "date", "time", "datetime", "smalldatetime", "datetime2",
        "datetimeoffset", "char", "varchar", "nchar", "nvarchar", "binary", "varbinary", "uniqueidentifier", "timestamp", "rowversion",
    ];

    /// <summary>Reads the traits of a table.</summary>
    public async ValueTask<TableTraits> ReadAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var schema = connection.Schema;
        var keys = await schema.ForeignKeysAsync(cancellationToken);
        var cascades = new CascadeGraph(
            keys, await schema.TablesWithTriggersAsync(cancellationToken), connection.Names);
        // As the foreign keys have it: those of the default schema go without one.
        var unnamed = await schema.DefaultSchemaAsync(cancellationToken);
        string? HomeOf(SyncTable one) => one.Schema == unnamed ? null : one.Schema;
        var home = HomeOf(table);
        connection.LateParents.Learn(table, SqlServerCycle.Of(connection.Definition, table, keys, HomeOf));
        var columns = await schema.ColumnsOfAsync(table, cancellationToken);
        var indexes = await schema.UniqueIndexesOfAsync(table, cancellationToken);
        var key = table.Columns.Take(table.KeyLength).ToList();
        var (hasTriggers, reachesItself) = (cascades.HasTriggers(home, table.Name), cascades.WritesReachItself(home, table.Name, key));
        var mayBeNull = key.Exists(column => columns.Exists(live => live.Name == column.Name && !live.IsRequired));
        var vary = key.Exists(column => column.Type == SyncType.String && columns.Exists(live => live.Name == column.Name && live.ComparesLoosely));
        var rows = SqlServerRowType.Of(new TableNames(connection.Scope, table, connection.Dialect), table, columns);
        connection.SetRowType(table, (await schema.TypesWithPrefixAsync(rows.Name, cancellationToken)).Count > 0 ? rows : null);
        connection.SetNumbered(table, table.Columns.Any(column => !column.IsComputed && columns.Exists(live => live.Name == column.Name && live.IsIdentity)));
        return new TableTraits(null, [.. cascades.KeysOf(home, table.Name).Select(foreign => foreign.ToForeignKeyTraits())])
        {
            References = [.. cascades.ReferencesTo(home, table.Name).Select(foreign => foreign.ToReferenceTraits())],
            DeletesReachItself = cascades.DeletesReachItself(home, table.Name),
            WritesReachItself = reachesItself,
            HasTriggers = hasTriggers,
            KeysMayBeNull = mayBeNull,
            KeysVary = vary,
            StageTypes = hasTriggers || reachesItself || mayBeNull || vary ? null : StageTypesOf(table, columns),
            Uniques = SqlServerUniqueValues.Of(table, columns, indexes),
        };
    }

    private static List<string>? StageTypesOf(SyncTable table, List<SqlServerColumn> columns)
    {
        var live = table.Columns.Select(column => columns.Find(candidate => candidate.Name == column.Name)).ToList();
        return live.TrueForAll(column => column is not null && s_staged.Contains(column.Type)) ? [.. live.Select(column => column!.Definition)] : null;
    }
}
