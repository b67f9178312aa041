using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>Finds out what a session must know of a table as the database has it.</summary>
internal sealed class MySqlTraits(MySqlSchemaReader schema, MySqlLateChecks lateChecks)
{
    /// <summary>Reads the traits of a table.</summary>
    public async ValueTask<TableTraits> ReadAsync(SyncTable table, CancellationToken cancellationToken)
    {
        var keys = (await schema.ForeignKeysAsync(cancellationToken)).ConvertAll(foreign => foreign.Key);
        lateChecks.Learn(table, keys);
        var triggers = await schema.TablesWithTriggersAsync(cancellationToken);
        var all = new CascadeGraph(keys, triggers, StringComparer.Ordinal);
        // What a foreign key does to other rows sets off no trigger, ours included, so that it need not be told from the row itself.
        var loud = new CascadeGraph(keys.ConvertAll(foreign => foreign with { ActsOnDelete = false, ActsOnUpdate = false }), triggers, StringComparer.Ordinal);
        var columns = await schema.ColumnsOfAsync(table, cancellationToken);
        var indexes = await schema.UniqueIndexesOfAsync(table, cancellationToken);
        var key = table.Columns.Take(table.KeyLength).ToList();
        var (hasTriggers, reachesItself) = (loud.HasTriggers(table.Schema, table.Name), loud.WritesReachItself(table.Schema, table.Name, key));
        var mayBeNull = key.Exists(column => columns.Exists(live => live.Name == column.Name && !live.IsRequired));
        var vary = key.Exists(column => column.Type == SyncType.String && columns.Exists(live => live.Name == column.Name && live.ComparesLoosely));
        return new TableTraits(null, [.. all.KeysOf(table.Schema, table.Name).Select(foreign => foreign.ToForeignKeyTraits())])
        {
            References = [.. all.ReferencesTo(table.Schema, table.Name).Select(foreign => foreign.ToReferenceTraits())],
            DeletesReachItself = loud.DeletesReachItself(table.Schema, table.Name),
            WritesReachItself = reachesItself,
            HasTriggers = hasTriggers,
            KeysMayBeNull = mayBeNull,
            KeysVary = vary,
            StageTypes = hasTriggers || reachesItself || mayBeNull || vary ? null : StageTypesOf(table, columns),
            Uniques = MySqlUniqueValues.Of(table, columns, indexes),
        };
    }

    private static List<string>? StageTypesOf(SyncTable table, List<MySqlColumn> columns)
    {
        var types = table.Columns.Select(column => columns.Find(live => live.Name == column.Name)?.Definition).ToList();
        return types.TrueForAll(type => type is not null) ? [.. types.OfType<string>()] : null;
    }
}
