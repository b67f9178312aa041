using System.Text.Json;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>Shows rows that a store keeps as JSON, column by column.</summary>
internal static class RowView
{
    private const int ColumnsMax = 100;
    private const string Row = "(the row)";

    /// <summary>Writes a table of a row, or of two versions of one, with what differs marked.</summary>
    public static void Write(HtmlWriter html, string caption, params IReadOnlyList<(string Title, string? Json)> versions)
    {
        var read = versions.Select(version => Read(version.Json)).ToList();
        using var table = new PageTable(html, caption, [new("Column"), .. versions.Select(version => new PageColumn(version.Title))]);
        foreach (var column in read.SelectMany(values => values.Keys).Distinct(StringComparer.Ordinal).Take(ColumnsMax))
        {
            var shown = read.Select(values => values.GetValueOrDefault(column)).ToList();
            html.Begin("tr", ("class", shown.Distinct().Count() > 1 ? "changed" : "")).Leaf("th", column, ("scope", "row"));
            foreach (var value in shown)
            {
                html.Begin("td", ("class", "value")).Leaf("span", value.Text ?? "–", ("class", value.IsText ? "json" : "soft")).End();
            }

            html.End();
        }
    }

    // A store's own tables may have been changed by hand: what is no row is shown as it is.
    private static Dictionary<string, (string? Text, bool IsText)> Read(string? json)
    {
        var values = new Dictionary<string, (string? Text, bool IsText)>(StringComparer.Ordinal);
        if (json is null)
        {
            values.Add(Row, ("deleted", false));
            return values;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                var value = member.Value;
                values[member.Name] = value.ValueKind == JsonValueKind.Null ? ("null", false) : (PageText.Short(value.ToString()), true);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            values[Row] = (PageText.Short(json), true);
        }

        return values;
    }
}
