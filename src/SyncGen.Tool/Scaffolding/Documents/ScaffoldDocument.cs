using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncGen.Tool.Scaffolding.Documents;

/// <summary>A document, as it was and as it becomes.</summary>
internal sealed class ScaffoldDocument
{
    private const string SchemaAddress = "https://raw.githubusercontent.com/syncgen/syncgen/main/src/SyncGen.CodeGeneration/sync.schema.json";

    private static readonly JsonDocumentOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    private readonly string? _before;
    private readonly JsonNode? _was;

    private ScaffoldDocument(string? before, JsonObject root)
    {
        _before = before;
        _was = before is null ? null : root.DeepClone();
        Root = root;
    }

    public JsonObject Root { get; }

    /// <summary>Whether there was none before.</summary>
    public bool IsNew => _before is null;

    /// <summary>Reads a document.</summary>
    /// <param name="text">Its text; null or blank for a new one.</param>
    /// <exception cref="JsonException">It is not JSON, or no object.</exception>
    public static ScaffoldDocument Parse(string? text)
    {
        var isNew = string.IsNullOrWhiteSpace(text);
        var root = isNew ? [] : JsonNode.Parse(text!.TrimStart('\ufeff'), documentOptions: s_options) as JsonObject ?? throw new JsonException("The document should be an object.");
        var document = new ScaffoldDocument(isNew ? null : text, root);
        if (!root.ContainsKey("$schema"))
        {
            root.Insert(0, "$schema", SchemaAddress);
        }

        return document;
    }

    /// <summary>The text that it has now: where nothing changed the former one, down to its blanks.</summary>
    public string Print() => IsChanged
        ? new DocumentPrinter(DocumentComments.Of(_before?.TrimStart('\ufeff') ?? "{}")).Print(Root)
        : _before!;

    /// <summary>Whether it differs from what it was, be it in the order of its members.</summary>
    public bool IsChanged => _was is null || _was.ToJsonString() != Root.ToJsonString();
}
