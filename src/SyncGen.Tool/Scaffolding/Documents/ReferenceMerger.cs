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
        var keys = draft.Table.ForeignKeys.Select(key => (Key: key, Properties: Resolve(key, out var parent), Parent: parent))
            .Where(found => found.Properties is not null).ToList();
        var names = NameSet.OfMembers(entity.ClassName);
        foreach (var name in entity.MemberNames)
        {
            names.Add(name);
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, properties, parent) in keys)
        {
            if (Find(parent!.ClassName, properties!) is { } existing)
            {
                known.Add(existing);
                continue;
            }

            var isOnly = keys.Count(other => other.Parent == parent) == 1;
            var name = names.Take([.. NavigationNames.Of(entity.ClassName, parent.ClassName, properties!, isOnly)]);
            known.Add(name);
            JsonShape.OwnObject(entity.Json, "references")[name] = new JsonObject
            {
                ["entity"] = parent.ClassName,
                ["properties"] = new JsonArray([.. properties!.Select(property => JsonValue.Create(property))]),
            };
            if (!isNew)
            {
                notes.Add(ScaffoldNoteKind.Added, _table, null, $"Added the reference {name} to {parent.ClassName}.");
            }
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

    private string? Find(string parent, IReadOnlyList<string> properties) => References
        .Where(reference => JsonShape.Text(reference.Value, "entity") == parent && JsonShape.Texts(reference.Value, "properties").SequenceEqual(properties))
        .Select(reference => reference.Key).FirstOrDefault();

    // The properties of a foreign key in the order of the parent's key; null if the document cannot say it.
    private List<string>? Resolve(ForeignKeySchema key, out EntityNode? parent)
    {
        var columns = string.Join(", ", key.Columns);
        var parentTable = schema.Find(key.Parent);
        parent = parentTable is null ? null : all.FirstOrDefault(candidate => schema.Find(candidate.Table) == parentTable);
        if (parent is null)
        {
            notes.Add(ScaffoldNoteKind.Caution, _table, null,
                $"Its foreign key ({columns}) leads to {key.Parent}, which the document does not have: where the database enforces it, rows without a parent are refused.");
            return null;
        }

        var wanted = parent.Key;
        var parentColumns = key.ParentColumns.Count > 0 ? key.ParentColumns : parentTable!.PrimaryKey;
        var pairs = parentColumns.Zip(key.Columns).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
        if (pairs.Count != key.Columns.Count || wanted.Count != pairs.Count || wanted.Any(part => !pairs.ContainsKey(part.Column)))
        {
            notes.Add(ScaffoldNoteKind.LeftOut, _table, null,
                $"Its foreign key ({columns}) leads to other columns of {key.Parent} than its primary key, which no reference says: rows that come before their parents wait in quarantine for a session.");
            return null;
        }

        var properties = new List<string>();
        foreach (var (column, parentProperty) in wanted)
        {
            var property = entity.PropertyOf(pairs[column]);
            if (property is null || entity.TypeOf(property) != parent.TypeOf(parentProperty))
            {
                notes.Add(ScaffoldNoteKind.LeftOut, _table, pairs[column], property is null
                    ? $"The foreign key ({columns}) to {key.Parent} is not a reference, since the document does not have this column."
                    : $"The foreign key ({columns}) to {key.Parent} is not a reference, since the key there is {parent.TypeOf(parentProperty)}, and this column {entity.TypeOf(property)}.");
                return null;
            }

            properties.Add(property);
        }

        return properties;
    }
}
