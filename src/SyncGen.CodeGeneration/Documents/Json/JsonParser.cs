using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents.Json;

/// <summary>
/// Reads JSON (RFC 8259) with comments and trailing commas, and keeps the place of everything. It is our own because a generator lives
/// in the compiler's process, where each library that it brings may meet another version of itself.
/// </summary>
internal sealed class JsonParser
{
    private const int DepthMax = 32;

    private readonly JsonScanner _scanner;
    private int _depth;

    private JsonParser(JsonScanner scanner) => _scanner = scanner;

    /// <exception cref="JsonSyntaxException">The text is no JSON, or nested deeper than 32 levels.</exception>
    public static JsonValue Parse(string text, string path)
    {
        var scanner = new JsonScanner(text, path);
        scanner.SkipBlanks();
        var value = new JsonParser(scanner).ReadValue();
        scanner.SkipBlanks();
        return scanner.IsAtEnd ? value : throw scanner.Unexpected("the end of the file");
    }

    private JsonValue ReadValue()
    {
        switch (_scanner.Current)
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                var (text, source) = _scanner.ReadString();
                return new JsonValue(JsonKind.String, source) { Text = text };
            default:
                return _scanner.ReadWord();
        }
    }

    private JsonValue ReadObject()
    {
        var start = Enter();
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (_scanner.Current != '}')
        {
            if (_scanner.Current != '"')
            {
                throw _scanner.Unexpected("a name in quotes or '}'");
            }

            var (name, source) = _scanner.ReadString();
            if (!names.Add(name))
            {
                throw new JsonSyntaxException($"the name \"{name}\" stands twice in one object", source);
            }

            _scanner.SkipBlanks();
            _scanner.Require(':', "':'");
            _scanner.SkipBlanks();
            members.Add(new JsonMember(name, source, ReadValue()));
            GoOn('}');
        }

        return new JsonValue(JsonKind.Object, Leave(start)) { Members = members };
    }

    private JsonValue ReadArray()
    {
        var start = Enter();
        var items = new List<JsonValue>();
        while (_scanner.Current != ']')
        {
            items.Add(ReadValue());
            GoOn(']');
        }

        return new JsonValue(JsonKind.Array, Leave(start)) { Items = items };
    }

    private int Enter()
    {
        if (++_depth > DepthMax)
        {
            throw new JsonSyntaxException($"it is nested deeper than {DepthMax} levels", _scanner.Here);
        }

        var start = _scanner.Position;
        _scanner.Skip();
        _scanner.SkipBlanks();
        return start;
    }

    private SourceToken Leave(int start)
    {
        _depth--;
        _scanner.Skip();
        return _scanner.Since(start);
    }

    // Behind a member or an item.
    private void GoOn(char end)
    {
        _scanner.SkipBlanks();
        if (_scanner.Current != end)
        {
            _scanner.Require(',', $"',' or '{end}'");
            _scanner.SkipBlanks();
        }
    }
}
