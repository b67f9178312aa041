using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>A feed as a stranger reads and writes it.</summary>
internal sealed record StrangerFeed(string? Blob, bool More, List<StrangerEntry> Entries)
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace s_data = "http://schemas.microsoft.com/ado/2007/08/dataservices";
    private static readonly XNamespace s_meta = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata";
    private static readonly XNamespace s_sync = "http://odata.org/sync/v1";
    private static readonly XNamespace s_gone = "http://purl.org/atompub/tombstones/1.0";

    public static StrangerFeed Parse(string text, bool isJson) => isJson ? Json(text) : Atom(text);

    public static string Format(string? blob, IReadOnlyList<StrangerEntry> entries, bool isJson) => isJson
        ? new JsonObject
        {
            ["d"] = new JsonObject
            {
                ["__sync"] = new JsonObject { ["moreChangesAvailable"] = false, ["serverBlob"] = blob },
                ["results"] = new JsonArray([.. entries.Select(JsonOf)]),
            },
        }.ToJsonString()
        : new XElement(
            s_atom + "feed",
            new XElement(s_sync + "serverBlob", blob ?? ""),
            entries.Select(AtomOf)).ToString();

    private static StrangerFeed Json(string text)
    {
        var root = JsonNode.Parse(text)!["d"]!;
        var sync = root["__sync"]!;
        return new((string?)sync["serverBlob"], (bool)sync["moreChangesAvailable"]!, [.. root["results"]!.AsArray().Select(entry => Json(entry!))]);
    }

    private static StrangerEntry Json(JsonNode node)
    {
        var metadata = node["__metadata"]!;
        var values = node.AsObject().Where(member => !member.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(member => member.Key, member => member.Value?.ToString());
        var (conflict, error) = (node["__syncConflict"], node["__syncError"]);
        return new((string)metadata["type"]!, values)
        {
            Id = (string?)metadata["uri"],
            TempId = (string?)metadata["tempId"],
            IsDeleted = (bool?)metadata["isDeleted"] ?? false,
            Resolution = (string?)conflict?["conflictResolution"],
            Conflicting = conflict is null ? null : Json(conflict["conflictingChange"]!),
            Error = (string?)error?["errorDescription"],
            InError = error is null ? null : Json(error["changeInError"]!),
        };
    }

    private static StrangerFeed Atom(string text)
    {
        var root = XElement.Parse(text);
        return new(
            (string?)root.Element(s_sync + "serverBlob"),
            (bool?)root.Element(s_sync + "moreChangesAvailable") ?? false,
            [.. root.Elements().Where(element => element.Name == s_atom + "entry" || element.Name == s_gone + "deleted-entry").Select(Atom)]);
    }

    private static StrangerEntry Atom(XElement element)
    {
        var isDeleted = element.Name == s_gone + "deleted-entry";
        var (conflict, error) = (element.Element(s_sync + "syncConflict"), element.Element(s_sync + "syncError"));
        return new(
            isDeleted ? (string)element.Element(s_sync + "category")! : (string)element.Element(s_atom + "category")!.Attribute("term")!,
            element.Descendants(s_meta + "properties").FirstOrDefault(p => p.Parent!.Parent == element)?.Elements()
                .ToDictionary(p => p.Name.LocalName, p => (bool?)p.Attribute(s_meta + "null") == true ? null : p.Value) ?? [])
        {
            Id = (string?)element.Element(isDeleted ? s_atom + "ref" : s_atom + "id"),
            TempId = (string?)element.Element(s_sync + "tempId"),
            IsDeleted = isDeleted,
            Resolution = (string?)conflict?.Element(s_sync + "conflictResolution"),
            Conflicting = conflict is null ? null : Atom(conflict.Element(s_sync + "conflictingChange")!.Elements().Single()),
            Error = (string?)error?.Element(s_sync + "errorDescription"),
            InError = error is null ? null : Atom(error.Element(s_sync + "changeInError")!.Elements().Single()),
        };
    }

    private static JsonNode JsonOf(StrangerEntry entry)
    {
        var metadata = new JsonObject { ["type"] = entry.Type };
        foreach (var (name, value) in new[] { ("uri", entry.Id), ("tempId", entry.TempId) }.Where(pair => pair.Item2 is not null))
        {
            metadata[name] = value;
        }

        if (entry.IsDeleted)
        {
            metadata["isDeleted"] = true;
        }

        var node = new JsonObject { ["__metadata"] = metadata };
        foreach (var (name, value) in entry.Values.Where(_ => !entry.IsDeleted))
        {
            node[name] = value;
        }

        return node;
    }

    private static XElement AtomOf(StrangerEntry entry) => entry.IsDeleted
        ? new XElement(s_gone + "deleted-entry", new XElement(s_atom + "ref", entry.Id), new XElement(s_sync + "category", entry.Type))
        : new XElement(
            s_atom + "entry",
            entry.TempId is null ? null : new XElement(s_sync + "tempId", entry.TempId),
            new XElement(s_atom + "id", entry.Id ?? ""),
            new XElement(s_atom + "category", new XAttribute("term", entry.Type)),
            new XElement(s_atom + "content", new XElement(s_meta + "properties", entry.Values.Select(value =>
                new XElement(s_data + value.Key, value.Value is null ? new XAttribute(s_meta + "null", "true") : value.Value)))));
}
