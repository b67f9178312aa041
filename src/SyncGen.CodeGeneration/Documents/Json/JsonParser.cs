using System.Globalization;
using System.Text;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents.Json;

/// <summary>
/// Reads JSON (RFC 8259) with comments and trailing commas, and keeps the place of everything. It is our own because a generator lives
/// in the compiler's process, where each library that it brings may meet another version of itself.
/// </summary>
internal sealed class JsonParser
{
    private const int DepthMax = 32;

    private readonly string _text;
    private readonly TextLines _lines;
    private int _position;
    private int _depth;

    private JsonParser(string text, string path)
    {
        _text = text;
        _lines = new TextLines(text, path);
    }

    /// <exception cref="JsonSyntaxException">The text is no JSON, or nested deeper than 32 levels.</exception>
    public static JsonValue Parse(string text, string path)
    {
        var parser = new JsonParser(text, path);
        if (text.StartsWith("\ufeff", StringComparison.Ordinal))
        {
            parser._position = 1;
        }

        parser.SkipBlanks();
        var value = parser.ReadValue();
        parser.SkipBlanks();
        return parser._position == text.Length ? value : throw parser.Unexpected("the end of the file");
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private JsonValue ReadValue()
    {
        switch (Current)
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                var (text, source) = ReadString();
                return new JsonValue(JsonKind.String, source) { Text = text };
            default:
                return ReadWord();
        }
    }

    private JsonValue ReadObject()
    {
        var start = Enter();
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (Current != '}')
        {
            if (Current != '"')
            {
                throw Unexpected("a name in quotes or '}'");
            }

            var (name, source) = ReadString();
            if (!names.Add(name))
            {
                throw new JsonSyntaxException($"the name \"{name}\" stands twice in one object", source);
            }

            SkipBlanks();
            Require(':', "':'");
            SkipBlanks();
            members.Add(new JsonMember(name, source, ReadValue()));
            GoOn('}');
        }

        return new JsonValue(JsonKind.Object, Leave(start)) { Members = members };
    }

    private JsonValue ReadArray()
    {
        var start = Enter();
        var items = new List<JsonValue>();
        while (Current != ']')
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
            throw new JsonSyntaxException($"it is nested deeper than {DepthMax} levels", _lines.Between(_position, _position + 1));
        }

        var start = _position++;
        SkipBlanks();
        return start;
    }

    private SourceToken Leave(int start)
    {
        _depth--;
        _position++;
        return _lines.Between(start, _position);
    }

    // Behind a member or an item.
    private void GoOn(char end)
    {
        SkipBlanks();
        if (Current != end)
        {
            Require(',', $"',' or '{end}'");
            SkipBlanks();
        }
    }

    private (string Text, SourceToken Source) ReadString()
    {
        var start = _position++;
        var text = new StringBuilder();
        while (Current != '"')
        {
            if (Current < ' ')
            {
                throw Unexpected("the closing quote of a string");
            }

            text.Append(Current == '\\' ? ReadEscape() : _text[_position++]);
        }

        _position++;
        return (text.ToString(), _lines.Between(start, _position));
    }

    private char ReadEscape()
    {
        _position++;
        var letter = Current;
        _position++;
        switch (letter)
        {
            case '"' or '\\' or '/':
                return letter;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _position + 4 <= _text.Length && TryReadHex(_text.Substring(_position, 4), out var code):
                _position += 4;
                return code;
            default:
                _position--;
                throw Unexpected("a character that may follow a backslash");
        }
    }

    private static bool TryReadHex(string digits, out char code)
    {
        var isHex = ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number);
        code = (char)number;
        return isHex;
    }

    // A number or a literal.
    private JsonValue ReadWord()
    {
        var start = _position;
        while (Current is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-' or '+' or '.' or '_')
        {
            _position++;
        }

        var word = _text.Substring(start, _position - start);
        var source = _lines.Between(start, _position);
        return word switch
        {
            "null" => new JsonValue(JsonKind.Null, source) { Text = word },
            "true" or "false" => new JsonValue(JsonKind.Boolean, source) { Text = word },
            "" => throw Unexpected("a value"),
            _ when JsonNumber.IsOne(word) => new JsonValue(JsonKind.Number, source) { Text = word },
            _ => throw new JsonSyntaxException($"'{word}' is no value; a text stands in double quotes", source),
        };
    }

    private void Require(char expected, string name)
    {
        if (Current != expected || _position == _text.Length)
        {
            throw Unexpected(name);
        }

        _position++;
    }

    private void SkipBlanks()
    {
        while (true)
        {
            while (Current is ' ' or '\t' or '\r' or '\n')
            {
                _position++;
            }

            if (Current != '/')
            {
                return;
            }

            SkipComment();
        }
    }

    private void SkipComment()
    {
        var isLine = string.CompareOrdinal(_text, _position, "//", 0, 2) == 0;
        var isBlock = string.CompareOrdinal(_text, _position, "/*", 0, 2) == 0;
        var end = isLine ? _text.IndexOf('\n', _position) : isBlock ? _text.IndexOf("*/", _position + 2, StringComparison.Ordinal) : -1;
        if (!isLine && end < 0)
        {
            throw isBlock
                ? new JsonSyntaxException("the comment does not end", _lines.Between(_position, _position + 2))
                : Unexpected("a value or a comment");
        }

        _position = end < 0 ? _text.Length : isLine ? end : end + 2;
    }

    private JsonSyntaxException Unexpected(string expected)
    {
        var found = _position >= _text.Length ? "the file ends" : Current < ' ' ? "the line ends" : $"there is '{Current}'";
        return new JsonSyntaxException($"{found} where {expected} should be", _lines.Between(Math.Min(_position, _text.Length), Math.Min(_position + 1, _text.Length)));
    }
}
