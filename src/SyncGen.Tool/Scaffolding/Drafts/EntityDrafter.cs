using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Building;
using SyncGen.Tool.Scaffolding.Names;
using SyncGen.Tool.Scaffolding.Schema;
using SyncGen.Tool.Scaffolding.Types;

namespace SyncGen.Tool.Scaffolding.Drafts;

/// <summary>Finds out what the tables of a database become.</summary>
internal sealed class EntityDrafter(DatabaseSchema schema, ScaffoldOptions options)
{
    private readonly ITypeMapping _types = TypeMappings.Of(schema.Database);

    /// <summary>Drafts of the tables that were chosen, in the schema's order.</summary>
    public IReadOnlyList<EntityDraft> Draft()
    {
        var drafts = schema.Tables
            .Where(table => NamePattern.Chooses(options.Tables, options.ExcludedTables, table.Name.Schema ?? schema.DefaultSchema, table.Name.Name))
            .Select(Draft).ToList();
        // The type of a key goes down from parent to child, through as many tables as there are.
        for (var before = new List<EntityDraft>(); !before.SequenceEqual(drafts);)
        {
            before = drafts;
            drafts = drafts.ConvertAll(draft => WithTypesOfParents(draft, before));
        }

        return drafts;
    }

    private EntityDraft Draft(TableSchema table)
    {
        var key = table.PrimaryKey.ToList();
        var properties = table.Columns
            .Where(column => key.Contains(column.Name) || NamePattern.Chooses(options.Columns, options.ExcludedColumns, table.Name.Name, column.Name))
            .Select(column => new PropertyDraft(column, DatabaseName.IsUsable(column.Name) ? _types.TypeOf(column) : null)
            {
                KeyOrder = key.IndexOf(column.Name) is >= 0 and var order ? order : null,
            }).ToList();
        return new EntityDraft(table, properties) { Obstacle = ObstacleOf(table, properties.Where(property => property.KeyOrder is not null)) };
    }

    private static string? ObstacleOf(TableSchema table, IEnumerable<PropertyDraft> key)
    {
        if (table.Obstacle is { } obstacle)
        {
            return obstacle;
        }

        if (!DatabaseName.IsUsableForTable(table.Name.Name))
        {
            return "Its name is empty, holds a NUL, or begins with 'sqlite_' or 'syncgen_'.";
        }

        if (table.PrimaryKey.Count == 0)
        {
            return "It has no primary key.";
        }

        var unfit = key.FirstOrDefault(property => property.Stored is null or StoredType.Single or StoredType.Double or StoredType.Decimal || property.Column.IsGenerated);
        return unfit is null ? null
            : unfit.Column.IsGenerated ? $"Its key column {unfit.Column.Name} is computed by the database, so that no other store could give a row the same key."
            : $"Its key column {unfit.Column.Name} has {(unfit.Column.Declared.Length == 0 ? "no type" : $"the type {unfit.Column.Declared}")}, which is not fit for a key: use an integer, a GUID or text.";
    }

    private EntityDraft WithTypesOfParents(EntityDraft draft, List<EntityDraft> all)
    {
        var types = new Dictionary<string, StoredType>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in draft.Table.ForeignKeys)
        {
            var parentTable = schema.Find(key.Parent);
            var parent = all.Find(candidate => candidate.Table == parentTable);
            var columns = key.ParentColumns.Count > 0 ? key.ParentColumns : parent?.Table.PrimaryKey ?? [];
            foreach (var (column, parentColumn) in key.Columns.Zip(columns))
            {
                if (draft.Find(column)?.Stored is { } type && parent?.Find(parentColumn) is { Stored: { } wanted, KeyOrder: not null } && IsWider(wanted, type))
                {
                    types[column] = wanted;
                }
            }
        }

        return types.Count == 0 ? draft : draft with
        {
            Properties = [.. draft.Properties.Select(property => types.TryGetValue(property.Column.Name, out var type) ? property with { Stored = type } : property)],
        };
    }

    // Each step goes up, so that the steps come to an end.
    private static bool IsWider(StoredType wanted, StoredType type) =>
        type is >= StoredType.Byte and <= StoredType.UInt64 && wanted is >= StoredType.Byte and <= StoredType.UInt64 && wanted > type;
}
