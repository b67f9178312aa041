using System.Text.Json;
using System.Text.Json.Nodes;
using SyncGen.Tool.Scaffolding.Drafts;
using SyncGen.Tool.Scaffolding.Names;
using SyncGen.Tool.Scaffolding.Schema;

namespace SyncGen.Tool.Scaffolding.Documents;

/// <summary>An entity of a document.</summary>
/// <param name="ClassName">The name of its class.</param>
/// <param name="Json">What the document says of it.</param>
internal sealed record EntityNode(string ClassName, JsonObject Json)
{
    /// <summary>Its table in the database; null if there is none.</summary>
    public TableSchema? Live { get; init; }

    /// <summary>The draft of its table; null if the table was not chosen.</summary>
    public EntityDraft? Draft { get; init; }

    /// <exception cref="JsonException">It says its table otherwise than by text.</exception>
    public TableName Table => new(JsonShape.Text(Json, "schema"), JsonShape.Text(Json, "table") ?? ClassName);

    /// <exception cref="JsonException">They are no objects.</exception>
    public JsonObject Properties => JsonShape.OwnObject(Json, "properties");

    /// <summary>The names that a new member cannot have: of the class, of what it inherits, of its properties and navigations.</summary>
    public NameSet TakenNames()
    {
        var names = NameSet.OfMembers(ClassName);
        foreach (var (name, _) in Properties.Concat(JsonShape.Object(Json, "references") ?? []))
        {
            names.Add(name);
        }

        return names;
    }

    /// <summary>The columns of the key in its order, with their properties.</summary>
    public IReadOnlyList<(string Column, string Property)> Key =>
        [.. JsonShape.Objects(Properties)
            .Where(property => JsonShape.Flag(property.Value, "key"))
            .OrderBy(property => JsonShape.Number(property.Value, "keyOrder") ?? 0)
            .Select(property => (ColumnOf(property.Key, property.Value), property.Key))];

    /// <summary>Whether a column has a property, by exactly its name.</summary>
    public bool Has(string column) => JsonShape.Objects(Properties).Any(property => ColumnOf(property.Key, property.Value) == column);

    /// <summary>The property of a column, if need be of its name in another case; null if there is none.</summary>
    public string? PropertyOf(string column)
    {
        var properties = JsonShape.Objects(Properties);
        return Find(StringComparison.Ordinal) ?? Find(StringComparison.OrdinalIgnoreCase);

        string? Find(StringComparison comparison) =>
            properties.Where(property => string.Equals(ColumnOf(property.Key, property.Value), column, comparison)).Select(property => property.Key).FirstOrDefault();
    }

    /// <summary>The type that a property has in the document.</summary>
    public string? TypeOf(string property) => JsonShape.Object(Properties, property) is { } json ? JsonShape.Text(json, "type") : null;

    public static string ColumnOf(string property, JsonObject json) => JsonShape.Text(json, "column") ?? property;
}
