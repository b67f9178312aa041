using System.Text;
using System.Text.Json;
using SyncGen.Filters;

namespace SyncGen.Http.Requests;

/// <summary>A filter binding as the query of an address.</summary>
internal static class FilterQuery
{
    public static string Of(FilterBinding? filter)
    {
        var query = new StringBuilder();
        if (filter is null)
        {
            return "";
        }

        using var values = JsonDocument.Parse(filter.Text);
        foreach (var value in values.RootElement.EnumerateArray().SelectMany(one => one.EnumerateObject()))
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(value.Name));
            if (value.Value.ValueKind != JsonValueKind.Null)
            {
                query.Append('=').Append(Uri.EscapeDataString(TextOf(value.Value)));
            }
        }

        return query.ToString();
    }

    // Quotes around a text, so that one which has some of its own comes back as it was.
    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? $"'{value.GetString()!.Replace("'", "''", StringComparison.Ordinal)}'"
        : value.GetRawText();
}
