using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncGen.Tool.Scaffolding.Documents;

/// <summary>Prints a document as a person would write it: an object without objects in it on one line, all others on several.</summary>
internal sealed class DocumentPrinter(DocumentComments comments)
{
    private const int LineMax = 160;

    private readonly StringBuilder _text = new();

    public string Print(JsonObject root)
    {
        foreach (var comment in comments.Before(""))
        {
            _text.Append(comment).Append('\n');
        }

        WriteObject(root, "", depth: 0);
        WriteBehind(comments.Behind(""));
        _text.Append('\n');
        foreach (var comment in comments.AtEnd)
        {
            _text.Append(comment).Append('\n');
        }

        return _text.ToString();
    }

    private void Write(JsonNode? node, string path, int depth)
    {
        if (!comments.AnyIn(path) && Inline(node) is { } line && depth > 0 && line.Length <= LineMax)
        {
            _text.Append(line);
        }
        else if (node is JsonObject json)
        {
            WriteObject(json, path, depth);
        }
        else if (node is JsonArray array)
        {
            var items = array.Select((item, i) => KeyValuePair.Create(i.ToString(System.Globalization.CultureInfo.InvariantCulture), item)).ToList();
            WriteMembers('[', ']', items, hasNames: false, path, depth);
        }
        else
        {
            _text.Append(Scalar(node));
        }
    }

    private void WriteObject(JsonObject json, string path, int depth) => WriteMembers('{', '}', [.. json], hasNames: true, path, depth);

    private void WriteMembers(char open, char close, List<KeyValuePair<string, JsonNode?>> members, bool hasNames, string path, int depth)
    {
        _text.Append(open);
        for (var i = 0; i < members.Count; i++)
        {
            var (name, value) = members[i];
            var own = DocumentComments.PathOf(path, name);
            WriteLines(comments.Before(own), depth + 1);
            StartLine(depth + 1);
            if (hasNames)
            {
                _text.Append(Quote(name)).Append(": ");
            }

            Write(value, own, depth + 1);
            _text.Append(i + 1 < members.Count ? "," : "");
            WriteBehind(comments.Behind(own));
        }

        WriteLines(comments.AtEndOf(path), depth + 1);
        StartLine(depth);
        _text.Append(close);
    }

    private void WriteLines(IEnumerable<string> lines, int depth)
    {
        foreach (var line in lines)
        {
            StartLine(depth);
            _text.Append(line);
        }
    }

    private void WriteBehind(IEnumerable<string> behind)
    {
        foreach (var comment in behind)
        {
            _text.Append(' ').Append(comment);
        }
    }

    private void StartLine(int depth) => _text.Append('\n').Append(' ', depth * 2);

    // Null for what has objects in it.
    private static string? Inline(JsonNode? node) => node switch
    {
        JsonObject { Count: 0 } => "{}",
        JsonObject json when json.All(member => member.Value is not JsonObject && Inline(member.Value) is not null) =>
            $"{{ {string.Join(", ", json.Select(member => $"{Quote(member.Key)}: {Inline(member.Value)}"))} }}",
        JsonObject => null,
        JsonArray { Count: 0 } => "[]",
        JsonArray array when array.All(item => item is not JsonObject && Inline(item) is not null) => $"[ {string.Join(", ", array.Select(Inline))} ]",
        JsonArray => null,
        _ => Scalar(node),
    };

    private static string Scalar(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue value when value.TryGetValue(out string? text) => Quote(text),
        _ => node.ToJsonString(),
    };

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
