using System.Text.Json;
using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;

namespace SyncGen.OData.Json;

/// <summary>Reads what a JSON feed says beside its entries.</summary>
internal static class JsonHead
{
    /// <summary>Reads it from its whole text; what it does not say stays as it is.</summary>
    public static (byte[]? Blob, bool More, bool? Resolve) Read(ReadOnlySpan<byte> text, (byte[]? Blob, bool More, bool? Resolve) head)
    {
        var json = new Utf8JsonReader(text);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw Malformed.Of("__sync is no object.");
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Unescape(json.ValueSpan);
            json.Read();
            switch (name)
            {
                case WireNames.ServerBlob or "syncServerBlob":
                    head.Blob = json.TokenType == JsonTokenType.Null ? [] : WireBlob.Parse(JsonEntryReader.TextOf(ref json, name) ?? "");
                    break;
                case WireNames.MoreChangesAvailable:
                    head.More = JsonEntryReader.FlagOf(ref json, name);
                    break;
                case WireNames.ResolveConflicts:
                    head.Resolve = JsonEntryReader.FlagOf(ref json, name);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return head;
    }
}
