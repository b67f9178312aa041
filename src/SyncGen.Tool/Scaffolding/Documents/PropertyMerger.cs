using System.Text.Json.Nodes;
using SyncGen.CodeGeneration.Model;
using SyncGen.Tool.Scaffolding.Drafts;
using SyncGen.Tool.Scaffolding.Names;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Documents;

/// <summary>Brings the properties of an entity up to what the database says: what a person decided stays.</summary>
internal sealed class PropertyMerger(EntityNode entity, EntityDraft draft, NoteList notes, bool isNew)
{
    private readonly TableName _table = draft.Table.Name;

    public void Merge()
    {
        RemoveGone();
        var names = entity.TakenNames();

        var place = 0;
        foreach (var property in draft.Properties)
        {
            if (ExistingOf(property.Column.Name) is { } existing)
            {
                Refresh(existing, property);
                place = entity.Properties.IndexOf(existing) + 1;
            }
            else if (property.Stored is { } stored && !IsTwin(property.Column.Name))
            {
                var name = names.Take(CSharpName.Of(property.Column.Name, "Column"));
                entity.Properties.Insert(place++, name, New(name, property, stored));
                if (!isNew)
                {
                    notes.Add(ScaffoldNoteKind.Added, _table, property.Column.Name, $"Added as the property {name}.");
                }
            }
        }

        SetKeyOrder();
    }

    private void RemoveGone()
    {
        foreach (var (name, json) in JsonShape.Objects(entity.Properties))
        {
            var column = EntityNode.ColumnOf(name, json);
            if (!draft.Table.Columns.Any(live => Is(live.Name, column)))
            {
                entity.Properties.Remove(name);
                notes.Add(ScaffoldNoteKind.Removed, _table, column, $"The property {name} was removed, since the column is gone.");
            }
        }
    }

    // A column whose name differs from another's in case alone is not that one.
    private string? ExistingOf(string column) =>
        entity.PropertyOf(column) is { } property
        && EntityNode.ColumnOf(property, (JsonObject)entity.Properties[property]!) is var found
        && (found == column || !draft.Table.Columns.Any(live => live.Name == found)) ? property : null;

    private bool IsTwin(string column) => entity.PropertyOf(column) is not null;

    private static JsonObject New(string name, PropertyDraft property, StoredType stored)
    {
        var json = new JsonObject();
        if (property.Column.Name != name)
        {
            json["column"] = property.Column.Name;
        }

        json["type"] = stored.ToString();
        SetFlag(json, "key", property.KeyOrder is not null);
        SetFlag(json, "nullable", IsNullable(property));
        JsonShape.Set(json, "maxLength", property.Type?.MaxLength);
        JsonShape.Set(json, "storeType", property.Column.IsGenerated ? null : property.Type?.StoreType);
        SetFlag(json, "computed", property.Column.IsGenerated);
        return json;
    }

    private void Refresh(string name, PropertyDraft property)
    {
        var json = (JsonObject)entity.Properties[name]!;
        var column = property.Column.Name;
        if (EntityNode.ColumnOf(name, json) != column)
        {
            JsonShape.Set(json, "column", column);
        }

        if (draft.Table.PrimaryKey.Count > 0)
        {
            Change(json, column, "key", JsonShape.Flag(json, "key"), property.KeyOrder is not null);
        }

        Change(json, column, "nullable", JsonShape.Flag(json, "nullable"), IsNullable(property) && !JsonShape.Flag(json, "key"));
        Change(json, column, "computed", JsonShape.Flag(json, "computed"), property.Column.IsGenerated);
        var type = JsonShape.Text(json, "type");
        if (type is nameof(StoredType.String) or nameof(StoredType.Binary) && property.Type is not null)
        {
            Change(json, column, "maxLength", JsonShape.Number(json, "maxLength"), property.Type.MaxLength);
        }

        if (type == property.Stored?.ToString())
        {
            // A person writes there how the database computes it.
            if (!property.Column.IsGenerated)
            {
                Change(json, column, "storeType", JsonShape.Text(json, "storeType"), property.Type?.StoreType);
            }
        }
        else if (property.Stored is { } suggested)
        {
            notes.Add(ScaffoldNoteKind.Caution, _table, column, $"The document has it as {type}, which was kept; its type {property.Column.Declared} is usually {suggested}.");
        }
    }

    private void Change<T>(JsonObject json, string column, string what, T before, T now)
    {
        if (Equals(before, now))
        {
            return;
        }

        JsonShape.Set(json, what, now is null or false ? null : JsonValue.Create(now));
        notes.Add(ScaffoldNoteKind.Changed, _table, column, now switch
        {
            null => $"{what} is no longer {before}.",
            bool flag => flag ? $"It is {what} now." : $"It is no longer {what}.",
            _ => $"{what} is {now} now.",
        });
    }

    private void SetKeyOrder()
    {
        var live = draft.Table.PrimaryKey;
        var key = entity.Key;
        if (live.Count < 2 || key.Count != live.Count || key.Zip(live).All(pair => Is(pair.First.Column, pair.Second)))
        {
            return;
        }

        foreach (var (column, property) in key)
        {
            JsonShape.Set((JsonObject)entity.Properties[property]!, "keyOrder", draft.Find(column)?.KeyOrder);
        }
    }

    private static bool IsNullable(PropertyDraft property) => property.Column.IsNullable && property.KeyOrder is null;

    private static void SetFlag(JsonObject json, string name, bool value) => JsonShape.Set(json, name, value ? JsonValue.Create(true) : null);

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
