using System.Text;
using System.Text.Json;
using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;
using SyncGen.OData.Values;

namespace SyncGen.OData.Json;

/// <summary>Reads the entries of a JSON feed, each from its whole text, which was found to be well-formed.</summary>
internal sealed class JsonEntryReader(WireSchema schema, FeedLimits limits)
{
    /// <summary>Reads an entry.</summary>
    public FeedEntry Read(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        json.Read();
        return ReadEntry(ref json);
    }

    /// <summary>The text of a value, whatever kind it is of; null for null.</summary>
    public static string? TextOf(ref Utf8JsonReader json, string name)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(json.ValueSpan);
            case JsonTokenType.String:
                return JsonText.Unescape(json.ValueSpan);
            default:
                throw Malformed.Of($"'{Malformed.Shown(name)}' is no value but an object or an array.");
        }
    }

    /// <summary>The value of a member that is true or false.</summary>
    public static bool FlagOf(ref Utf8JsonReader json, string name) => json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => TextOf(ref json, name) switch
        {
            "1" => true,
            "0" => false,
            var text => bool.TryParse(text, out var value) ? value : throw Malformed.Of($"'{name}' is '{Malformed.Shown(text!)}', neither true nor false."),
        },
    };

    private FeedEntry ReadEntry(ref Utf8JsonReader json)
    {
        RequireObject(ref json, "an entry");
        var parts = new EntryParts();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Unescape(json.ValueSpan);
            json.Read();
            switch (name)
            {
                case "__metadata":
                    ReadMetadata(ref json, parts);
                    break;
                case "__syncConflict":
                    parts.Add(ReadConflict(ref json));
                    break;
                case "__syncError":
                    parts.Add(ReadError(ref json));
                    break;
                default:
                    ReadProperty(ref json, name, parts);
                    break;
            }
        }

        return parts.Build(schema, limits);
    }

    // A property that is an object, such as a link to other rows, is none of the row's own.
    private static void ReadProperty(ref Utf8JsonReader json, string name, EntryParts parts)
    {
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            json.Skip();
        }
        else
        {
            parts.Values.Add(new WireValue(name, TextOf(ref json, name)));
        }
    }

    private static void ReadMetadata(ref Utf8JsonReader json, EntryParts parts)
    {
        RequireObject(ref json, "__metadata");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Unescape(json.ValueSpan);
            json.Read();
            switch (name)
            {
                case "uri":
                    parts.Id = TextOf(ref json, name);
                    break;
                case "type":
                    parts.Type = TextOf(ref json, name);
                    break;
                case WireNames.TempId or "tempid":
                    parts.TempId = TextOf(ref json, name) is { Length: > 0 } id ? id : null;
                    break;
                case "etag":
                    parts.ETag = TextOf(ref json, name);
                    break;
                case "edituri":
                    parts.EditUri = TextOf(ref json, name);
                    break;
                case "isDeleted":
                    parts.IsDeleted = FlagOf(ref json, name);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private FeedConflict ReadConflict(ref Utf8JsonReader json)
    {
        string? resolution = null;
        FeedEntry? change = null;
        RequireObject(ref json, "__syncConflict");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Unescape(json.ValueSpan);
            json.Read();
            switch (name)
            {
                case WireNames.ConflictResolution:
                    resolution = TextOf(ref json, name);
                    break;
                case WireNames.ConflictingChange:
                    change = ReadEntry(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return WireDetails.Conflict(resolution, change);
    }

    private FeedError ReadError(ref Utf8JsonReader json)
    {
        var description = "";
        FeedEntry? change = null;
        RequireObject(ref json, "__syncError");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Unescape(json.ValueSpan);
            json.Read();
            switch (name)
            {
                case WireNames.ErrorDescription:
                    description = TextOf(ref json, name) ?? "";
                    break;
                case WireNames.ChangeInError:
                    change = ReadEntry(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return WireDetails.Error(description, change);
    }

    private static void RequireObject(ref Utf8JsonReader json, string name)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw Malformed.Of($"{name} is no object.");
        }
    }
}
