using System.Text.Json.Nodes;

namespace SyncGen.Tool.Scaffolding.Documents;

/// <summary>Takes out of the scopes of a document what its entities no longer have.</summary>
internal sealed class ScopeMerger(JsonObject root, IReadOnlyList<EntityNode> entities, NoteList notes)
{
    /// <summary>Sees that there is a scope of a name, with all entities if it is new.</summary>
    public void Ensure(string scope) => JsonShape.OwnObject(JsonShape.OwnObject(root, "scopes"), scope);

    /// <summary>Removes entities and properties that are gone, and names the new entities that a scope does not list.</summary>
    public void Merge(IEnumerable<EntityNode> added)
    {
        foreach (var (scope, json) in JsonShape.Objects(JsonShape.Object(root, "scopes") ?? []))
        {
            if (JsonShape.Object(json, "entities") is not { } listed)
            {
                continue;
            }

            foreach (var (name, settings) in JsonShape.Objects(listed))
            {
                if (entities.FirstOrDefault(entity => entity.ClassName == name) is { } entity)
                {
                    Trim(settings, "only", entity);
                    Trim(settings, "except", entity);
                }
                else
                {
                    listed.Remove(name);
                    notes.Add(ScaffoldNoteKind.Removed, $"{name} was removed from the scope {scope}, since the document does not have it.");
                }
            }

            foreach (var entity in added)
            {
                notes.Add(ScaffoldNoteKind.Caution, $"The scope {scope} lists its entities, and does not list {entity.ClassName}, which is new: add it where it belongs.");
            }
        }
    }

    private void Trim(JsonObject settings, string name, EntityNode entity)
    {
        var before = JsonShape.Texts(settings, name);
        var after = before.Where(entity.Properties.ContainsKey).ToList();
        if (after.Count == before.Count)
        {
            return;
        }

        // Without a list all properties travel: what was to stay is not sent by accident.
        settings[name] = new JsonArray([.. after.Select(property => JsonValue.Create(property))]);
        foreach (var property in before.Except(after))
        {
            notes.Add(ScaffoldNoteKind.Removed, entity.Table, null, $"{property} was removed from the list '{name}' of a scope.");
        }
    }
}
