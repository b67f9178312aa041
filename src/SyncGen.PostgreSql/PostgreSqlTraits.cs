using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.PostgreSql;

/// <summary>Finds out what a session must know of a table as the database has it.</summary>
internal sealed class PostgreSqlTraits(PostgreSqlSchemaReader schema)
{
    /// <summary>Reads the traits of a table.</summary>
    public async ValueTask<TableTraits> ReadAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var keys = await schema.ForeignKeysAsync(cancellationToken);
        var cascades = new CascadeGraph(
            keys.ConvertAll(key => key.Key), await schema.TablesWithTriggersAsync(cancellationToken), StringComparer.Ordinal);
        var name = (Schema: await schema.SchemaOfAsync(table, cancellationToken), Table: table.Name);
        schema.AddDeferrable(keys
            .Where(foreign => foreign.Key.Child == name.Table && foreign.Key.ChildSchema == name.Schema)
            .Select(foreign => foreign.Deferrable).OfType<string>());
        var columns = await schema.ColumnsOfAsync(table, cancellationToken);
        var indexes = await schema.UniqueIndexesOfAsync(table, cancellationToken);
        var key = table.Columns.Take(table.KeyLength).ToList();
        var (hasTriggers, reachesItself) = (cascades.HasTriggers(name.Schema, name.Table), cascades.WritesReachItself(name.Schema, name.Table, key));
        var mayBeNull = key.Exists(column => columns.Exists(live => live.Name == column.Name && !live.IsRequired));
        var vary = key.Exists(column => columns.Exists(live => live.Name == column.Name && live.ComparesLoosely));
        return new TableTraits(null, [.. cascades.KeysOf(name.Schema, name.Table).Select(foreign => foreign.ToForeignKeyTraits())])
        {
            References = [.. cascades.ReferencesTo(name.Schema, name.Table).Select(foreign => foreign.ToReferenceTraits())],
            DeletesReachItself = cascades.DeletesReachItself(name.Schema, name.Table),
            WritesReachItself = reachesItself,
            HasTriggers = hasTriggers,
            KeysMayBeNull = mayBeNull,
            KeysVary = vary,
            StageTypes = hasTriggers || reachesItself || mayBeNull || vary ? null : StageTypesOf(table, columns),
            Uniques = PostgreSqlUniqueValues.Of(table, columns, indexes),
            Values = columns.Exists(column => column.IsNumberedAlways) ? "OVERRIDING SYSTEM VALUE VALUES" : "VALUES",
        };
    }

    private static List<string>? StageTypesOf(SyncTable table, List<PostgreSqlColumn> columns)
    {
        var types = table.Columns.Select(column => columns.Find(live => live.Name == column.Name)).Select(live => live is null ? null : PostgreSqlTypes.StageOf(live.Type)?.Name).ToList();
        return types.TrueForAll(type => type is not null) ? [.. types.OfType<string>()] : null;
    }
}
