using System.Text.Json.Nodes;
using SyncGen.Tool.Scaffolding.Drafts;
using SyncGen.Tool.Scaffolding.Names;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Documents;

/// <summary>Brings a document up to what the database says: what a person decided stays, and so does what patterns leave out.</summary>
internal sealed class DocumentMerger(ScaffoldDocument document, DatabaseSchema schema, IReadOnlyList<EntityDraft> drafts, ScaffoldOptions options, NoteList notes)
{
    private readonly JsonObject _root = document.Root;
    private readonly JsonObject _entities = JsonShape.OwnObject(document.Root, "entities");

    /// <exception cref="System.Text.Json.JsonException">The document does not have the form.</exception>
    /// <exception cref="SyncException">It is of another database.</exception>
    public void Merge()
    {
        if (options.Namespace is { } space && JsonShape.Text(_root, "namespace") != space)
        {
            JsonShape.Set(_root, "namespace", space);
        }

        RemoveGone();
        var added = AddNew();
        var entities = Entities();
        foreach (var entity in entities.Where(entity => entity.Draft is not null))
        {
            new PropertyMerger(entity, entity.Draft!, notes, document.IsNew || added.Contains(entity.ClassName)).Merge();
        }

        foreach (var entity in entities.Where(entity => entity.Draft is not null))
        {
            new ReferenceMerger(entity, entity.Draft!, entities, schema, notes, document.IsNew || added.Contains(entity.ClassName)).Merge();
        }

        var scopes = new ScopeMerger(_root, entities, notes);
        if (options.Scope is { } scope)
        {
            scopes.Ensure(scope);
        }

        scopes.Merge(entities.Where(entity => added.Contains(entity.ClassName) && !document.IsNew));
        new DraftNotes(drafts, entities, notes).Write();
    }

    private List<EntityNode> Entities() => [.. JsonShape.Objects(_entities).Select(member =>
    {
        var entity = new EntityNode(member.Key, member.Value);
        var table = schema.Find(entity.Table);
        return entity with { Live = table, Draft = drafts.FirstOrDefault(draft => draft.Table == table) };
    })];

    private void RemoveGone()
    {
        var entities = Entities();
        if (entities.Count > 0 && entities.All(entity => entity.Live is null))
        {
            throw new SyncException(SyncErrorCode.SchemaMismatch, "The database has none of the tables that the document has: see whether it is the right one. To begin anew, delete the document.");
        }

        foreach (var entity in entities.Where(entity => entity.Live is null))
        {
            _entities.Remove(entity.ClassName);
            notes.Add(ScaffoldNoteKind.Removed, entity.Table, null, $"The entity {entity.ClassName} was removed, since the table is gone.");
        }
    }

    // Behind the entity whose table stands before it in the database.
    private HashSet<string> AddNew()
    {
        var added = new HashSet<string>(StringComparer.Ordinal);
        var known = Entities().ToLookup(entity => entity.Live!.Name, entity => entity.ClassName);
        var names = NameSet.OfClasses();
        foreach (var name in _entities.Select(member => member.Key).Concat(ScopeClasses()))
        {
            names.Add(name);
        }

        var place = 0;
        foreach (var table in schema.Tables)
        {
            if (known.Contains(table.Name))
            {
                place = _entities.IndexOf(known[table.Name].Last()) + 1;
            }
            else if (drafts.FirstOrDefault(draft => draft.Table == table) is { Obstacle: null })
            {
                var name = names.Take(CSharpName.Of(table.Name.Name, "Table"));
                _entities.Insert(place++, name, New(name, table.Name));
                added.Add(name);
                if (!document.IsNew)
                {
                    notes.Add(ScaffoldNoteKind.Added, table.Name, null, $"Added as the entity {name}.");
                }
            }
        }

        return added;
    }

    private IEnumerable<string> ScopeClasses() => (JsonShape.Object(_root, "scopes") ?? [])
        .Select(scope => scope.Key).Append(options.Scope ?? "default")
        .Select(scope => CSharpName.Of(scope, "Default") + "Scope")
        .Concat(JsonShape.Objects(JsonShape.Object(_root, "scopes") ?? []).Select(scope => JsonShape.Text(scope.Value, "class")).OfType<string>());

    private static JsonObject New(string className, TableName table)
    {
        var json = new JsonObject();
        if (table.Name != className)
        {
            json["table"] = table.Name;
        }

        JsonShape.Set(json, "schema", table.Schema);
        json["properties"] = new JsonObject();
        return json;
    }
}
