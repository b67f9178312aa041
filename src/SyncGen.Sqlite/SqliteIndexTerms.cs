using System.Text;

namespace SyncGen.Sqlite;

/// <summary>
/// Takes the terms out of the text of a CREATE INDEX statement. SQLite names an index's columns, but keeps its expressions
/// in that text only.
/// </summary>
internal sealed class SqliteIndexTerms(string sql)
{
    private readonly List<string> _terms = [];
    private readonly StringBuilder _term = new();
    private int _at;
    private int _depth;

    /// <summary>The terms in their order, without ASC and DESC; comments are left out.</summary>
    public static IReadOnlyList<string> Of(string sql) => new SqliteIndexTerms(sql).Read();

    private IReadOnlyList<string> Read()
    {
        while (_at < sql.Length)
        {
            if (SkipComment())
            {
                _term.Append(' ');
                continue;
            }

            var token = Token();
            _depth += token switch { "(" => 1, ")" => -1, _ => 0 };
            if (_depth == 0 && token == ")")
            {
                Finish();
                return _terms;
            }

            if (_depth == 1 && token == ",")
            {
                Finish();
            }
            else if (_depth > 1 || _depth == 1 && token != "(")
            {
                _term.Append(token);
            }
            else
            {
                // What stands before the list: CREATE UNIQUE INDEX, its name and its table's.
                _term.Clear();
            }
        }

        return _terms;
    }

    private void Finish()
    {
        var term = _term.ToString().Trim();
        foreach (var order in (ReadOnlySpan<string>)["ASC", "DESC"])
        {
            if (term.EndsWith(order, StringComparison.OrdinalIgnoreCase) && term.Length > order.Length
                && !IsWord(term[term.Length - order.Length - 1]))
            {
                term = term[..^order.Length].TrimEnd();
            }
        }

        _terms.Add(term);
        _term.Clear();
    }

    private bool SkipComment()
    {
        if (StartsWith("--"))
        {
            var end = sql.IndexOf('\n', _at);
            _at = end < 0 ? sql.Length : end + 1;
            return true;
        }

        if (StartsWith("/*"))
        {
            var end = sql.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? sql.Length : end + 2;
            return true;
        }

        return false;
    }

    /// <summary>A quoted name or string with its quotes, or one character.</summary>
    private string Token()
    {
        var start = _at;
        var close = sql[_at] switch { '\'' => '\'', '"' => '"', '`' => '`', '[' => ']', _ => '\0' };
        if (close == '\0')
        {
            return sql[_at++].ToString();
        }

        // A quote within quotes is doubled, and so ends one token and begins the next.
        var end = sql.IndexOf(close, _at + 1);
        _at = end < 0 ? sql.Length : end + 1;
        return sql[start.._at];
    }

    private bool StartsWith(string text) => string.CompareOrdinal(sql, _at, text, 0, text.Length) == 0;

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
