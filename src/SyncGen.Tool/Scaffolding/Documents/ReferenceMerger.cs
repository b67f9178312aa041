using System.Text.Json.Nodes;
using SyncGen.Tool.Scaffolding.Drafts;
using SyncGen.Tool.Scaffolding.Names;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Documents;

/// <summary>Adds the references of an entity that foreign keys say, and takes away those whose ends are gone.</summary>
internal sealed class ReferenceMerger(EntityNode entity, EntityDraft draft, IReadOnlyList<EntityNode> all, DatabaseSchema schema, NoteList notes, bool isNew)
{
    private readonly TableName _table = draft.Table.Name;

    public void Merge()
    {
        RemoveGone();
        var names = entity.TakenNames();

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in draft.Table.ForeignKeys)
        {
            var parents = ParentsOf(key);
            known.Add(parents.Select(parent => Find(parent, key)).FirstOrDefault(found => found is not null) ?? Add(key, parents, names) ?? "");
        }

        foreach (var (name, json) in References.Where(reference => !known.Contains(reference.Key)))
        {
            notes.Add(ScaffoldNoteKind.Caution, _table, null, $"No foreign key is behind the reference {name} to {JsonShape.Text(json, "entity")}, which was kept.");
        }
    }

    private IReadOnlyList<KeyValuePair<string, JsonObject>> References =>
        JsonShape.Object(entity.Json, "references") is { } references ? JsonShape.Objects(references) : [];

    private void RemoveGone()
    {
        foreach (var (name, json) in References)
        {
            var parent = JsonShape.Text(json, "entity");
            if (!all.Any(candidate => candidate.ClassName == parent)
                || JsonShape.Texts(json, "properties").Any(property => !entity.Properties.ContainsKey(property)))
            {
                JsonShape.Object(entity.Json, "references")!.Remove(name);
                notes.Add(ScaffoldNoteKind.Removed, _table, null, $"The reference {name} to {parent} was removed, since one of its ends is gone.");
            }
        }

        if (JsonShape.Object(entity.Json, "references") is { Count: 0 })
        {
            entity.Json.Remove("references");
        }
    }

    // A person may have made several classes of one table, for different scopes.
    private List<EntityNode> ParentsOf(ForeignKeySchema key) =>
        schema.Find(key.Parent) is { } table ? [.. all.Where(candidate => candidate.Live == table)] : [];

    private string? Find(EntityNode parent, ForeignKeySchema key)
    {
        var properties = Resolve(key, parent, out _);
        return properties is null ? null : References
            .Where(reference => JsonShape.Text(reference.Value, "entity") == parent.ClassName && JsonShape.Texts(reference.Value, "properties").SequenceEqual(properties))
            .Select(reference => reference.Key).FirstOrDefault();
    }

    private string? Add(ForeignKeySchema key, List<EntityNode> parents, NameSet names)
    {
        var columns = string.Join(", ", key.Columns);
        if (parents.Count == 0)
        {
            notes.Add(ScaffoldNoteKind.Caution, _table, null,
                $"Its foreign key ({columns}) leads to {key.Parent}, which the document does not have: where the database enforces it, rows without a parent are refused.");
            return null;
        }

        var parent = parents[0];
        if (Resolve(key, parent, out var reason) is not { } properties)
        {
            notes.Add(ScaffoldNoteKind.LeftOut, _table, null, $"Its foreign key ({columns}) to {key.Parent} is not a reference, since {reason}: rows that come before their parents wait in quarantine for a session.");
            return null;
        }

        var isOnly = draft.Table.ForeignKeys.Count(other => schema.Find(other.Parent) == parent.Live) == 1;
        var name = names.Take([.. NavigationNames.Of(entity.ClassName, parent.ClassName, properties, isOnly)]);
        JsonShape.OwnObject(entity.Json, "references")[name] = new JsonObject
        {
            ["entity"] = parent.ClassName,
            ["properties"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property))]),
        };
        if (!isNew)
        {
            notes.Add(ScaffoldNoteKind.Added, _table, null, $"Added the reference {name} to {parent.ClassName}.");
        }

        return name;
    }

    // The properties of a foreign key in the order of the parent's key; null if the document cannot say it.
    private List<string>? Resolve(ForeignKeySchema key, EntityNode parent, out string? reason)
    {
        var wanted = parent.Key;
        var parentColumns = key.ParentColumns.Count > 0 ? key.ParentColumns : parent.Live!.PrimaryKey;
        var pairs = parentColumns.Zip(key.Columns).ToLookup(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
        if (pairs.Count != key.Columns.Count || wanted.Count != pairs.Count || wanted.Any(part => !pairs.Contains(part.Column)))
        {
            reason = "it leads to other columns than the key";
            return null;
        }

        var properties = new List<string>();
        foreach (var (column, parentProperty) in wanted)
        {
            var child = pairs[column].First();
            var property = entity.PropertyOf(child);
            reason = property is null ? $"the document does not have the column {child}"
                : entity.TypeOf(property) != parent.TypeOf(parentProperty) ? $"the key is {parent.TypeOf(parentProperty)}, and the column {child} {entity.TypeOf(property)}"
                : null;
            if (reason is not null)
            {
                return null;
            }

            properties.Add(property!);
        }

        reason = null;
        return properties;
    }
}
