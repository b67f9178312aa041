namespace SyncGen.CodeFixes.Editing;

/// <summary>Finds the name that was meant.</summary>
internal static class Spelling
{
    /// <summary>The one name that is written most like another; null if none is near, or two are equally near.</summary>
    public static string? Closest(string written, IEnumerable<string> names)
    {
        var ranked = names.Distinct().Select(name => (Name: name, Distance: Distance(written, name))).OrderBy(n => n.Distance).Take(2).ToArray();
        var isNear = ranked.Length > 0 && ranked[0].Distance <= Math.Max(1, written.Length / 3);
        return isNear && (ranked.Length == 1 || ranked[0].Distance < ranked[1].Distance) ? ranked[0].Name : null;
    }

    // How many letters are put in, left out or exchanged; case counts for nothing.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                var isSame = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (isSame ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
