using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncGen.Tool.Scaffolding.Documents;

/// <summary>Reads and writes the members of objects of a document, in the places that the form has for them.</summary>
internal static class JsonShape
{
    // In the order in which a new member is put among those that are there.
    private static readonly string[] s_order =
    [
        "$schema", "namespace", "entities", "scopes", "table", "schema", "formerNames", "properties", "references",
        "column", "type", "key", "keyOrder", "nullable", "maxLength", "storeType", "computed", "filter", "filterAnyOf", "filterList", "formerNames",
    ];

    /// <exception cref="JsonException">It is no text.</exception>
    public static string? Text(JsonObject json, string name) => Value<string>(json, name, "text");

    /// <exception cref="JsonException">It is neither true nor false.</exception>
    public static bool Flag(JsonObject json, string name) => Value<bool?>(json, name, "true or false") ?? false;

    /// <exception cref="JsonException">It is no whole number.</exception>
    public static int? Number(JsonObject json, string name) => Value<int?>(json, name, "a whole number");

    /// <summary>The object that a member is; null if there is none.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static JsonObject? Object(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonObject found => found,
        var other => throw Wrong(other, "an object"),
    };

    /// <summary>The object that a member is, made if there is none.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static JsonObject OwnObject(JsonObject json, string name)
    {
        if (Object(json, name) is { } found)
        {
            return found;
        }

        var made = new JsonObject();
        Set(json, name, made);
        return made;
    }

    /// <summary>The texts of an array; none if there is no such member.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static IReadOnlyList<string> Texts(JsonObject json, string name) => json[name] switch
    {
        null => [],
        JsonArray array => [.. array.Select(item => item is JsonValue value && value.TryGetValue(out string? text) ? text : throw Wrong(array, "an array of texts"))],
        var other => throw Wrong(other, "an array of texts"),
    };

    /// <summary>The members, each an object.</summary>
    /// <exception cref="JsonException">One is something else.</exception>
    public static IReadOnlyList<KeyValuePair<string, JsonObject>> Objects(JsonObject json) =>
        [.. json.Select(member => KeyValuePair.Create(member.Key, member.Value as JsonObject ?? throw new JsonException($"'{json.GetPath()}.{member.Key}' should be an object.")))];

    /// <summary>Sets a member, or takes it away; a new one is put where the form has it.</summary>
    public static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (value is null)
        {
            json.Remove(name);
        }
        else if (json.ContainsKey(name))
        {
            json[name] = value;
        }
        else
        {
            var rank = Array.IndexOf(s_order, name);
            var place = json.TakeWhile(member => Array.IndexOf(s_order, member.Key) is var other && (other < 0 || other < rank)).Count();
            json.Insert(place, name, value);
        }
    }

    private static T? Value<T>(JsonObject json, string name, string what)
    {
        var node = json[name];
        return node is null ? default
            : node is JsonValue value && value.TryGetValue(out T? found) ? found
            : throw Wrong(node, what);
    }

    private static JsonException Wrong(JsonNode node, string what) => new($"'{node.GetPath()}' should be {what}.");
}
