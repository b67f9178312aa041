using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncGen.Tool.Output;

/// <summary>How values stand in what <c>--json</c> prints.</summary>
internal static class Json
{
    // Read by programs and people, never embedded in a page.
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The text of an object.</summary>
    public static string Text(JsonObject value) => value.ToJsonString(s_options);

    /// <summary>An array of what a list holds.</summary>
    public static JsonArray Array<T>(IEnumerable<T> values, Func<T, JsonNode?> convert) => [.. values.Select(convert)];

    /// <summary>A row or a key, which is kept as JSON; null if it is none.</summary>
    public static JsonNode? Row(string? json) => json is null ? null : JsonNode.Parse(json);

    /// <summary>A time in UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
