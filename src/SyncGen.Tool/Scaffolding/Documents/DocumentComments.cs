using System.Text;
using System.Text.Json;

namespace SyncGen.Tool.Scaffolding.Documents;

/// <summary>The comments of a document, by the members before, behind or at the end of which they stand.</summary>
internal sealed class DocumentComments
{
    private const string End = "\n}";

    private readonly Dictionary<string, List<string>> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _behind = new(StringComparer.Ordinal);

    /// <summary>The path of a member.</summary>
    public static string PathOf(string parent, string name) => $"{parent}\n{name}";

    /// <summary>Reads the comments of a text that is JSON.</summary>
    public static DocumentComments Of(string text)
    {
        var comments = new DocumentComments();
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true });
        var containers = new Stack<(string Path, bool IsArray, int Count)>();
        var waiting = new List<string>();
        var (last, name, end) = ((string?)null, (string?)null, 0);
        while (reader.Read())
        {
            var (start, behind) = ((int)reader.TokenStartIndex, end);
            end = (int)reader.BytesConsumed;
            switch (reader.TokenType)
            {
                case JsonTokenType.Comment:
                    var comment = Encoding.UTF8.GetString(bytes[start..end]).TrimEnd();
                    // The reader counts the end of the line to a comment that ends with it.
                    end = start + Encoding.UTF8.GetByteCount(comment);
                    var isBehind = last is not null && waiting.Count == 0 && !bytes.AsSpan(behind..start).Contains((byte)'\n');
                    (isBehind ? ListOf(comments._behind, last!) : waiting).Add(comment);
                    break;
                case JsonTokenType.PropertyName:
                    last = name = PathOf(containers.Peek().Path, reader.GetString()!);
                    comments.TakeBefore(name, waiting);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    last = containers.Pop().Path;
                    comments.TakeBefore(last + End, waiting);
                    break;
                default:
                    var path = name ?? ItemOf(containers);
                    name = null;
                    comments.TakeBefore(path, waiting);
                    var isContainer = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                    last = isContainer ? null : path;
                    if (isContainer)
                    {
                        containers.Push((path, reader.TokenType == JsonTokenType.StartArray, 0));
                    }

                    break;
            }
        }

        ListOf(comments._behind, End).AddRange(waiting);
        return comments;
    }

    /// <summary>The comments on lines of their own before a member.</summary>
    public IReadOnlyList<string> Before(string path) => _before.GetValueOrDefault(path) ?? [];

    /// <summary>The comments on the same line behind a member.</summary>
    public IReadOnlyList<string> Behind(string path) => _behind.GetValueOrDefault(path) ?? [];

    /// <summary>The comments before the end of an object or array.</summary>
    public IReadOnlyList<string> AtEndOf(string path) => Before(path + End);

    /// <summary>The comments at the end of the text.</summary>
    public IReadOnlyList<string> AtEnd => Behind(End);

    /// <summary>Whether an object or array has comments in it.</summary>
    public bool AnyIn(string path) =>
        _before.Keys.Concat(_behind.Keys).Any(key => key.StartsWith(path + "\n", StringComparison.Ordinal));

    private static string ItemOf(Stack<(string Path, bool IsArray, int Count)> containers)
    {
        if (containers.Count == 0)
        {
            return "";
        }

        var (path, isArray, count) = containers.Pop();
        containers.Push((path, isArray, count + 1));
        return PathOf(path, count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private void TakeBefore(string path, List<string> waiting)
    {
        if (waiting.Count > 0)
        {
            ListOf(_before, path).AddRange(waiting);
            waiting.Clear();
        }
    }

    private static List<string> ListOf(Dictionary<string, List<string>> comments, string path)
    {
        if (!comments.TryGetValue(path, out var list))
        {
            list = [];
            comments.Add(path, list);
        }

        return list;
    }
}
