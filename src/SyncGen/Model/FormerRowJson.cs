using System.Text;
using System.Text.Json;

namespace SyncGen.Model;

/// <summary>
/// Brings a row that was kept as JSON under an earlier model to the present columns: renamed ones under their present names, and none that
/// are gone. What it lacks it goes on lacking.
/// </summary>
internal static class FormerRowJson
{
    /// <summary>The row with the first columns of a table, such as its key's, as <see cref="RowJson"/> reads it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="count">How many columns.</param>
    /// <param name="json">The row as it was kept.</param>
    public static string Renew(SyncTable table, int count, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                writer.WriteStartObject();
                foreach (var column in table.Columns.Take(count))
                {
                    Write(writer, column, Find(document.RootElement, column));
                }

                writer.WriteEndObject();
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new SyncException(SyncErrorCode.MalformedData, $"A row of {table.Name} was kept as JSON that is malformed: {error.Message}", error);
        }
    }

    private static JsonElement? Find(JsonElement row, SyncColumn column)
    {
        foreach (var name in column.FormerNames.Prepend(column.Name))
        {
            if (row.TryGetProperty(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    // A column may have had another type: a value that is none of the present one is as good as none.
    private static void Write(Utf8JsonWriter writer, SyncColumn column, JsonElement? value)
    {
        if (value is { } found && (Fits(column.Type, found.ValueKind) || column.IsNullable && found.ValueKind == JsonValueKind.Null))
        {
            writer.WritePropertyName(column.Name);
            found.WriteTo(writer);
        }
    }

    private static bool Fits(SyncType type, JsonValueKind kind) => type switch
    {
        SyncType.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
        SyncType.Single or SyncType.Double => kind is JsonValueKind.Number or JsonValueKind.String,
        <= SyncType.Decimal => kind == JsonValueKind.Number,
        _ => kind == JsonValueKind.String,
    };
}
