using System.Globalization;
using System.Text;

namespace SyncGen.PostgreSql;

/// <summary>
/// A statement's text with its parameters numbered without gaps, as PostgreSQL wants them: columns that the database computes
/// have an ordinal, but no parameter.
/// </summary>
internal sealed class PostgreSqlCommandText
{
    private PostgreSqlCommandText(string text, List<int> ordinals)
    {
        Text = text;
        Ordinals = ordinals;
    }

    /// <summary>The text, whose parameters are $1, $2, …</summary>
    public string Text { get; }

    /// <summary>For each parameter the ordinal, counted from 0, that it had.</summary>
    public IReadOnlyList<int> Ordinals { get; }

    /// <summary>How many ordinals there are, parameters or not.</summary>
    public int Width => Ordinals.Count == 0 ? 0 : Ordinals.Max() + 1;

    /// <summary>Reads a statement. Names in double quotes and text in single quotes stay as they are.</summary>
    public static PostgreSqlCommandText Of(string sql)
    {
        var text = new StringBuilder(sql.Length);
        var ordinals = new List<int>();
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] is '"' or '\'')
            {
                // A doubled quote ends one piece and begins the next.
                var end = sql.IndexOf(sql[i], i + 1);
                text.Append(sql, i, end - i + 1);
                i = end;
            }
            else if (sql[i] == '$' && i + 1 < sql.Length && char.IsAsciiDigit(sql[i + 1]))
            {
                var end = i + 1;
                while (end < sql.Length && char.IsAsciiDigit(sql[end]))
                {
                    end++;
                }

                var ordinal = int.Parse(sql.AsSpan(i + 1, end - i - 1), CultureInfo.InvariantCulture) - 1;
                var at = ordinals.IndexOf(ordinal);
                if (at < 0)
                {
                    at = ordinals.Count;
                    ordinals.Add(ordinal);
                }

                text.Append('$').Append((at + 1).ToString(CultureInfo.InvariantCulture));
                i = end - 1;
            }
            else
            {
                text.Append(sql[i]);
            }
        }

        return new PostgreSqlCommandText(text.ToString(), ordinals);
    }
}
