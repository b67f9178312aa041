using System.Text;

namespace SyncGen.SqlServer;

/// <summary>Texts of several statements.</summary>
internal static class SqlServerScript
{
    /// <summary>What a statement of the dialect begins with that is really several: its last result set says how many rows it changed.</summary>
    public const string Mark = "/* SyncGen */";

    private const string Separator = "GO";

    /// <summary>Whether a text is such a statement.</summary>
    public static bool Is(string sql) => sql.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>The batches of a script: they end where a line is <c>GO</c> alone, outside of names, text and comments.</summary>
    public static IEnumerable<string> BatchesOf(string script)
    {
        var batch = new StringBuilder();
        var open = '\0';
        foreach (var line in script.Split('\n'))
        {
            if (open == '\0' && line.AsSpan().Trim().Equals(Separator, StringComparison.OrdinalIgnoreCase))
            {
                if (!string.IsNullOrWhiteSpace(batch.ToString()))
                {
                    yield return batch.ToString();
                }

                batch.Clear();
                continue;
            }

            batch.Append(line).Append('\n');
            open = OpenAfter(line, open);
        }

        if (!string.IsNullOrWhiteSpace(batch.ToString()))
        {
            yield return batch.ToString();
        }
    }

    /// <summary>What ends the name, the text or the comment that is open at the end of a line; a zero where none is.</summary>
    private static char OpenAfter(string line, char open)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var next = i + 1 < line.Length ? line[i + 1] : '\0';
            if (open == '*')
            {
                open = line[i] == '*' && next == '/' ? '\0' : open;
            }
            else if (open != '\0')
            {
                // A doubled end ends one piece and begins the next: for brackets alone it would not.
                if (line[i] == open && open == ']' && next == ']')
                {
                    i++;
                }
                else if (line[i] == open)
                {
                    open = '\0';
                }
            }
            else if (line[i] == '-' && next == '-')
            {
                return open;
            }
            else
            {
                open = line[i] switch
                {
                    '[' => ']',
                    '\'' or '"' => line[i],
                    '/' when next == '*' => '*',
                    _ => '\0',
                };
            }
        }

        return open;
    }
}
