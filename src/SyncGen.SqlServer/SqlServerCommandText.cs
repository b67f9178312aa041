using System.Globalization;
using System.Text;

namespace SyncGen.SqlServer;

/// <summary>Finds the parameters in a statement's text: columns that the database computes have an ordinal, but no parameter.</summary>
internal static class SqlServerCommandText
{
    /// <summary>What a parameter's name begins with; its ordinal follows.</summary>
    public const string ParameterPrefix = "@p";

    /// <summary>The ordinals of the parameters, each once. Names in brackets and text in quotes have none.</summary>
    public static IReadOnlyList<int> OrdinalsIn(string sql) => [.. new SortedSet<int>(PlacesIn(sql).Select(place => place.Ordinal))];

    /// <summary>The text with NULL in the place of some parameters.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="nulls">Their ordinals.</param>
    public static string WithNulls(string sql, IReadOnlySet<int> nulls)
    {
        var text = new StringBuilder(sql.Length);
        var done = 0;
        foreach (var (start, end, _) in PlacesIn(sql).Where(place => nulls.Contains(place.Ordinal)))
        {
            text.Append(sql, done, start - done).Append("NULL");
            done = end;
        }

        return text.Append(sql, done, sql.Length - done).ToString();
    }

    private static IEnumerable<(int Start, int End, int Ordinal)> PlacesIn(string sql)
    {
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] is '[' or '\'' or '"')
            {
                i = EndOf(sql, i);
            }
            else if (sql.AsSpan(i).StartsWith(ParameterPrefix, StringComparison.Ordinal))
            {
                var first = i + ParameterPrefix.Length;
                var end = first;
                while (end < sql.Length && char.IsAsciiDigit(sql[end]))
                {
                    end++;
                }

                if (end > first)
                {
                    yield return (i, end, int.Parse(sql.AsSpan(first, end - first), CultureInfo.InvariantCulture));
                }

                i = end - 1;
            }
        }
    }

    // Where a name or a text ends; doubled, its end is part of it.
    private static int EndOf(string sql, int start)
    {
        var mark = sql[start] == '[' ? ']' : sql[start];
        var end = sql.IndexOf(mark, start + 1);
        while (end + 1 < sql.Length && sql[end + 1] == mark)
        {
            end = sql.IndexOf(mark, end + 2);
        }

        return end;
    }
}
