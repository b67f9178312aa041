using System.Text;
using System.Text.Json;

namespace SyncGen.Relational.Provisioning;

/// <summary>The names of the tables that provisioning created. They may hold any character, so they are kept as a JSON array.</summary>
internal static class CreatedTables
{
    public static string Write(IReadOnlyList<string> names)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var name in names)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static HashSet<string> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(name => name.GetString()!)];
    }
}
