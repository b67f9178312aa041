using System.Text.Json.Nodes;
using SyncGen.CodeGeneration.Documents;
using SyncGen.Tool.Scaffolding.Documents;
using SyncGen.Tool.Scaffolding.Names;

namespace SyncGen.Tool.Services;

/// <summary>Makes a document of what <c>$metadata</c> says, as far as it says it.</summary>
internal sealed class CsdlDocument
{
    private readonly Dictionary<string, CsdlEntity> _entities = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    /// <summary>What the document cannot know or hold, in sentences.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Makes the document's text.</summary>
    /// <param name="schema">What the service says.</param>
    /// <param name="scope">The scope's name.</param>
    /// <param name="space">The namespace of the classes; null for none.</param>
    public string Write(CsdlSchema schema, string scope, string? space)
    {
        _notes.Add("The service does not say how conflicts are settled, which way changes travel, or how columns are called and stored: the model has the defaults. Bring it in line with the service's own before a store synchronises by it.");
        if (schema.Parameters.Count > 0)
        {
            _notes.Add($"The scope has the filter parameters {string.Join(", ", schema.Parameters)}; which properties they are compared with the service does not say: mark those as filters.");
        }

        foreach (var entity in schema.Entities)
        {
            Add(entity);
        }

        var document = ScaffoldDocument.Parse(null);
        if (space is not null)
        {
            document.Root["namespace"] = space;
        }

        document.Root["entities"] = new JsonObject(_entities.Values.Select(entity => KeyValuePair.Create(entity.Name, (JsonNode?)Entity(entity))));
        document.Root["scopes"] = new JsonObject { [scope] = new JsonObject() };
        return document.Print();
    }

    private void Add(CsdlEntity entity)
    {
        if (!DocumentNames.IsIdentifier(entity.Name) || _entities.ContainsKey(entity.Name))
        {
            _notes.Add($"{entity.Name}: left out, since no class can have that name, or another has it.");
            return;
        }

        var fit = Fit(entity);
        if (fit.Key.Count == 0 || !fit.Key.All(name => fit.Properties.Any(property => property.Name == name)))
        {
            _notes.Add($"{entity.Name}: left out, since it has no key that a table could have.");
            return;
        }

        _entities.Add(entity.Name, fit);
    }

    private CsdlEntity Fit(CsdlEntity entity)
    {
        var members = NameSet.OfMembers(entity.Name);
        List<CsdlProperty> properties = [];
        foreach (var property in entity.Properties)
        {
            // On the wire a property has its own name, so there is no other one to give it.
            var isFree = DocumentNames.IsIdentifier(property.Name) && !members.Contains(property.Name, StringComparer.Ordinal) && !properties.Exists(other => other.Name == property.Name);
            if (isFree && CsdlTypes.SyncNameOf(property.Type) is not null)
            {
                properties.Add(property);
            }
            else
            {
                _notes.Add(isFree
                    ? $"{entity.Name}.{property.Name}: left out, since no column holds the type {property.Type}."
                    : $"{entity.Name}.{property.Name}: left out, since no property of the class can have that name.");
            }
        }

        return entity with { Properties = properties };
    }

    private JsonObject Entity(CsdlEntity entity)
    {
        var references = References(entity);
        return new JsonObject(
        [
            KeyValuePair.Create("properties", (JsonNode?)new JsonObject(entity.Properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)Property(property, entity.Key))))),
            .. references.Count == 0 ? (KeyValuePair<string, JsonNode?>[])[] : [KeyValuePair.Create("references", (JsonNode?)references)],
        ]);
    }

    private static JsonObject Property(CsdlProperty property, IReadOnlyList<string> key)
    {
        var json = new JsonObject { ["type"] = CsdlTypes.SyncNameOf(property.Type) };
        var place = key.ToList().IndexOf(property.Name);
        if (place >= 0)
        {
            json["key"] = true;
        }

        if (place >= 0 && key.Count > 1)
        {
            json["keyOrder"] = place;
        }

        if (property.IsNullable && place < 0)
        {
            json["nullable"] = true;
        }

        if (property.MaxLength is { } length && property.Type is "Edm.String" or "Edm.Binary")
        {
            json["maxLength"] = length;
        }

        return json;
    }

    private JsonObject References(CsdlEntity entity)
    {
        var json = new JsonObject();
        var members = NameSet.OfMembers(entity.Name);
        entity.Properties.ToList().ForEach(property => members.Add(property.Name));
        foreach (var reference in entity.References)
        {
            // A part of a key refers to nothing.
            if (_entities.TryGetValue(reference.Parent, out var parent) && parent.Key.Count == reference.Properties.Count && parent.Key.All(reference.Properties.ContainsKey)
                && reference.Properties.Values.All(name => entity.Properties.Any(property => property.Name == name)))
            {
                var name = DocumentNames.IsIdentifier(reference.Name) ? reference.Name : reference.Parent;
                json[members.Take(name, name + "Row")] = new JsonObject
                {
                    ["entity"] = reference.Parent,
                    ["properties"] = new JsonArray([.. parent.Key.Select(key => (JsonNode)reference.Properties[key])]),
                };
            }
            else
            {
                _notes.Add($"{entity.Name}.{reference.Name}: left out, since it does not lead to the key of an entity of the scope.");
            }
        }

        return json;
    }
}
