using System.Globalization;

namespace SyncGen.MySql;

/// <summary>Finds the parameters in a statement's text: columns that the database computes have an ordinal, but no parameter.</summary>
internal static class MySqlCommandText
{
    /// <summary>What a parameter's name begins with; its ordinal follows.</summary>
    public const string ParameterPrefix = "@p";

    /// <summary>The ordinals of the parameters, each once. Names in backticks and text in single quotes have none.</summary>
    public static IReadOnlyList<int> OrdinalsIn(string sql)
    {
        var ordinals = new SortedSet<int>();
        for (var i = 0; i < sql.Length; i++)
        {
            if (sql[i] is '`' or '\'')
            {
                // A doubled quote ends one piece and begins the next.
                i = sql.IndexOf(sql[i], i + 1);
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
                    ordinals.Add(int.Parse(sql.AsSpan(first, end - first), CultureInfo.InvariantCulture));
                }

                i = end - 1;
            }
        }

        return [.. ordinals];
    }
}
