using System.Text.Json;
using SyncGen.Tool.Commands;
using SyncGen.Tool.Models;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Groups;

/// <summary>Reads the file of a group. Paths in it are relative to the file.</summary>
internal sealed class GroupReader
{
    private static readonly string[] s_properties =
        ["$schema", "model", "assembly", "project", "framework", "scope", "settings", "hub", "members", "interval", "direction", "conflicts", "health"];

    private static readonly string[] s_storeProperties = ["name", "store", "role", "parameters", "token"];

    private readonly FileInfo _file;

    private GroupReader(FileInfo file) => _file = file;

    /// <summary>Reads a group.</summary>
    public static SyncGroup Read(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new ToolException($"There is no file '{file.FullName}'. A group's file names a model, a hub and members.");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file.FullName), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return new GroupReader(file).Read(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new ToolException($"'{file.Name}' is no JSON: {error.Message}");
        }
    }

    private SyncGroup Read(JsonElement root)
    {
        RequireKnown(root, s_properties);
        var model = new ModelSource(PathOf(root, "model"), PathOf(root, "assembly"), PathOf(root, "project"), TextOf(root, "framework"), TextOf(root, "scope"));
        if (new[] { model.Document, model.Assembly, model.Project }.Count(source => source is not null) != 1)
        {
            throw Wrong("names its model once, as \"model\", \"assembly\" or \"project\"");
        }

        var hub = StoreOf(root.TryGetProperty("hub", out var named) ? named : throw Wrong("needs a \"hub\""));
        var members = root.TryGetProperty("members", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(StoreOf).ToList() : [];
        if (members.Count == 0)
        {
            throw Wrong("needs \"members\", a list of stores");
        }

        if (Twice(members.Select(member => member.Name).OfType<string>()) is { } name)
        {
            throw Wrong($"has two members named '{name}'");
        }

        if (Twice(members.Select(member => member.Address).Append(hub.Address)) is { } address)
        {
            // No connection string is ever shown.
            var places = members.Index().Where(member => member.Item.Address == address).Select(member => $"member {member.Index + 1}").Append(hub.Address == address ? "the hub" : null).OfType<string>();
            throw Wrong($"has one store twice: {string.Join(" and ", places)} are the same");
        }

        var interval = Duration.TryParse(TextOf(root, "interval") ?? "60s") is { TotalSeconds: >= 1 } span ? span : throw Wrong($"has an \"interval\" that is not {Duration.Form}, and at least 1s");
        var direction = TextOf(root, "direction") ?? "both";
        var conflicts = TextOf(root, "conflicts");
        return new SyncGroup(
            model,
            _file.Directory!,
            PathOf(root, "settings"),
            hub,
            members,
            interval,
            DirectionText.IsOne(direction) ? DirectionText.Parse(direction) : throw Wrong("has a \"direction\" that is not up, down or both"),
            conflicts is null || PolicyText.Parse(conflicts) != ConflictPolicy.Default ? PolicyText.Parse(conflicts) : throw Wrong($"has \"conflicts\" that are none of {PolicyText.Names}"),
            PathOf(root, "health") ?? new FileInfo(Path.ChangeExtension(_file.FullName, ".health.json")));
    }

    // "sqlite:Data Source=app.db", or { "store": …, "name": …, "role": …, "parameters": { "owner": "ann" } }
    private GroupMember StoreOf(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return new GroupMember(null, StoreAddress.Parse(element.GetString()!, $"'{_file.Name}'"), null, []);
        }

        RequireKnown(element, s_storeProperties);
        var role = TextOf(element, "role");
        return new GroupMember(
            TextOf(element, "name"),
            StoreAddress.Parse(TextOf(element, "store") ?? throw Wrong("has a store without \"store\""), $"'{_file.Name}'") with { Token = TextOf(element, "token") },
            role is null ? null : RoleText.Parse(role) ?? throw Wrong("has a \"role\" that is neither peer nor leaf"),
            element.TryGetProperty("parameters", out var parameters) ? [.. ParametersOf(parameters)] : []);
    }

    private IEnumerable<string> ParametersOf(JsonElement parameters) => parameters.ValueKind != JsonValueKind.Object
        ? throw Wrong("has \"parameters\" that are no object")
        : from parameter in parameters.EnumerateObject()
          from value in parameter.Value.ValueKind == JsonValueKind.Array ? [.. parameter.Value.EnumerateArray()] : new[] { parameter.Value }
          select $"{parameter.Name}={value}";

    private void RequireKnown(JsonElement element, string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("is no object, or has a store that is neither a text nor an object");
        }

        if (element.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw Wrong($"has \"{unknown}\", which is unknown here: known are {string.Join(", ", names)}");
        }
    }

    private static T? Twice<T>(IEnumerable<T> values) where T : class => values.GroupBy(value => value).FirstOrDefault(same => same.Count() > 1)?.Key;

    private string? TextOf(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong($"has \"{name}\" that is no text");

    private FileInfo? PathOf(JsonElement element, string name) => TextOf(element, name) is { } path ? new FileInfo(Path.Combine(_file.DirectoryName!, path)) : null;

    private ToolException Wrong(string what) => new($"'{_file.Name}' {what}.");
}
