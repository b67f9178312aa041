using System.Globalization;
using System.Text;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents.Json;

/// <summary>Reads what JSON is made of: blanks and comments, strings, words, single characters.</summary>
internal sealed class JsonScanner(string text, string path)
{
    private readonly string _text = text;
    private readonly TextLines _lines = new(text, path);
    private int _position = text.StartsWith("\ufeff", StringComparison.Ordinal) ? 1 : 0;

    /// <summary>The character that comes next; NUL at the end.</summary>
    public char Current => _position < _text.Length ? _text[_position] : '\0';

    public bool IsAtEnd => _position == _text.Length;

    public int Position => _position;

    /// <summary>Goes on by a character.</summary>
    public void Skip() => _position++;

    /// <summary>The place from a position up to the current one.</summary>
    public SourceToken Since(int start) => _lines.Between(start, _position);

    /// <summary>The place of the current character.</summary>
    public SourceToken Here => _lines.Between(Math.Min(_position, _text.Length), Math.Min(_position + 1, _text.Length));

    /// <summary>A string, from its first quote on.</summary>
    public (string Text, SourceToken Source) ReadString()
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
        return (text.ToString(), Since(start));
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

    /// <summary>A number or a literal.</summary>
    public JsonValue ReadWord()
    {
        var start = _position;
        while (Current is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-' or '+' or '.' or '_')
        {
            _position++;
        }

        var word = _text.Substring(start, _position - start);
        var source = Since(start);
        return word switch
        {
            "null" => new JsonValue(JsonKind.Null, source) { Text = word },
            "true" or "false" => new JsonValue(JsonKind.Boolean, source) { Text = word },
            "" => throw Unexpected("a value"),
            _ when JsonNumber.IsOne(word) => new JsonValue(JsonKind.Number, source) { Text = word },
            _ => throw new JsonSyntaxException($"'{word}' is no value; a text stands in double quotes", source),
        };
    }

    /// <summary>Goes beyond a character that must be there.</summary>
    public void Require(char expected, string name)
    {
        if (Current != expected || _position == _text.Length)
        {
            throw Unexpected(name);
        }

        _position++;
    }

    /// <summary>Goes beyond blanks and comments.</summary>
    public void SkipBlanks()
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

    /// <summary>What to throw where something else should be.</summary>
    public JsonSyntaxException Unexpected(string expected)
    {
        var found = _position >= _text.Length ? "the file ends" : Current < ' ' ? "the line ends" : $"there is '{Current}'";
        return new JsonSyntaxException($"{found} where {expected} should be", Here);
    }
}
