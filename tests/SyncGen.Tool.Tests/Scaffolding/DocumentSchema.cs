using System.Text.Json;
using System.Text.RegularExpressions;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests.Scaffolding;

/// <summary>The JSON Schema of documents, with as much of its language as it uses.</summary>
internal sealed class DocumentSchema
{
    private static readonly string[] s_understood =
    [
        "$schema", "$id", "$defs", "$ref", "title", "description", "default", "type", "enum", "pattern", "minLength", "minimum", "minItems",
        "items", "required", "properties", "additionalProperties", "propertyNames",
    ];

    public static string Path { get; } = System.IO.Path.Combine(RepositoryFolder.Path, "src", "SyncGen.CodeGeneration", "sync.schema.json");

    public JsonElement Root { get; } = JsonDocument.Parse(File.ReadAllText(Path)).RootElement;

    /// <summary>Where a document does not fit.</summary>
    public IReadOnlyList<string> Violations(string document)
    {
        using var parsed = JsonDocument.Parse(document, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var found = new List<string>();
        Check(parsed.RootElement, Root, "", found);
        return found;
    }

    private void Check(JsonElement value, JsonElement schema, string path, List<string> found)
    {
        Assert.All(schema.EnumerateObject(), word => Assert.Contains(word.Name, s_understood));
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(value, Root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), path, found);
        }

        if (schema.TryGetProperty("type", out var type) && !IsOf(value, type.GetString()!))
        {
            found.Add($"{path} is no {type}");
            return;
        }

        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => choice.GetString() == value.ToString()))
        {
            found.Add($"{path} is {value}");
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(value, schema, path, found);
                break;
            case JsonValueKind.Array when schema.TryGetProperty("items", out var items):
                foreach (var item in value.EnumerateArray())
                {
                    Check(item, items, path + "[]", found);
                }

                break;
            case JsonValueKind.Array when schema.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32():
            case JsonValueKind.Number when schema.TryGetProperty("minimum", out least) && value.GetInt32() < least.GetInt32():
            case JsonValueKind.String when schema.TryGetProperty("minLength", out least) && value.GetString()!.Length < least.GetInt32():
                found.Add($"{path} is less than {least}");
                break;
            case JsonValueKind.String when schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!):
                found.Add($"{path} does not match {pattern}");
                break;
        }
    }

    private void CheckObject(JsonElement value, JsonElement schema, string path, List<string> found)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties : default;
        foreach (var member in value.EnumerateObject())
        {
            var own = $"{path}/{member.Name}";
            if (known.ValueKind == JsonValueKind.Object && known.TryGetProperty(member.Name, out var of))
            {
                Check(member.Value, of, own, found);
            }
            else if (schema.TryGetProperty("additionalProperties", out var others))
            {
                if (others.ValueKind == JsonValueKind.False)
                {
                    found.Add($"{own} is not known");
                }
                else
                {
                    Check(member.Value, others, own, found);
                }
            }

            if (schema.TryGetProperty("propertyNames", out var names))
            {
                Check(JsonSerializer.SerializeToElement(member.Name), names, own, found);
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            found.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path} has no {name}"));
        }
    }

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        _ => throw new ArgumentException($"'{type}' is not understood.", nameof(type)),
    };
}
