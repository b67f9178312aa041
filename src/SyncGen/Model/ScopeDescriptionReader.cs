using System.Text.Json;

namespace SyncGen.Model;

/// <summary>Reads what <see cref="ScopeDescriptionWriter"/> wrote. Members that it does not know are passed over.</summary>
internal static class ScopeDescriptionReader
{
    public static ScopeDescription Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new ScopeDescription(
                Text(root, "fingerprint"),
                [.. root.GetProperty("tables").EnumerateArray().Select(ReadTable)],
                [.. root.GetProperty("parameters").EnumerateArray().Select(ReadParameter)]);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new SyncException(SyncErrorCode.MalformedData, $"The description of a model that the store keeps cannot be read: {error.Message}", error);
        }
    }

    private static TableDescription ReadTable(JsonElement table)
    {
        IReadOnlyList<ColumnDescription> columns = [.. table.GetProperty("columns").EnumerateArray().Select(ReadColumn)];
        var key = table.GetProperty("key").GetInt32();
        if (key < 1 || key > columns.Count)
        {
            throw new FormatException($"A key of {key} columns in a table of {columns.Count}.");
        }

        return new TableDescription(
            Text(table, "name"), key, columns, [.. table.GetProperty("relations").EnumerateArray().Select(relation => ReadRelation(relation, columns.Count))])
        {
            Schema = TextOrNull(table, "schema"),
        };
    }

    private static ColumnDescription ReadColumn(JsonElement column) => new(
        Text(column, "name"),
        Enum.Parse<SyncType>(Text(column, "type")),
        Flag(column, "nullable"),
        Flag(column, "computed"),
        TextOrNull(column, "filter"),
        TextOrNull(column, "anyOf"));

    private static SyncRelation ReadRelation(JsonElement relation, int columns)
    {
        int[] ordinals = [.. relation.GetProperty("columns").EnumerateArray().Select(column => column.GetInt32())];
        return ordinals.All(ordinal => ordinal >= 0 && ordinal < columns)
            ? new SyncRelation(Text(relation, "parent"), ordinals)
            : throw new FormatException("A relation over a column that is not there.");
    }

    private static SyncParameter ReadParameter(JsonElement parameter) => new(
        Text(parameter, "name"), Enum.Parse<SyncType>(Text(parameter, "type")), Flag(parameter, "nullable"), Flag(parameter, "list"));

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");

    private static string? TextOrNull(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) && value.GetBoolean();
}
