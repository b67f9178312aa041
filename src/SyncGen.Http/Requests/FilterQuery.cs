using System.Text;
using System.Text.Json;
using SyncGen.Filters;
using SyncGen.Model;

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
            var type = filter.Scope.Parameters.First(parameter => parameter.Name == value.Name).Type;
            query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(value.Name)).Append('=').Append(Uri.EscapeDataString(TextOf(value.Value, type)));
        }

        return query.ToString();
    }

    // Quotes around a text, so that one which has some of its own, or reads null, comes back as it was.
    private static string TextOf(JsonElement value, SyncType type) => value.ValueKind != JsonValueKind.String
        ? value.GetRawText()
        : type is SyncType.String or SyncType.Char ? $"'{value.GetString()!.Replace("'", "''", StringComparison.Ordinal)}'" : value.GetString()!;
}
