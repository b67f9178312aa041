namespace SyncGen.Tool.Scaffolding.Names;

/// <summary>Chooses names by patterns.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name is chosen: by one of the patterns, or since there are none, and by none of the others.</summary>
    /// <param name="included">The patterns of which one must match; none: all do.</param>
    /// <param name="excluded">The patterns of which none may match.</param>
    /// <param name="qualifier">What a pattern may write before the name, with a point; null if nothing.</param>
    /// <param name="name">The name.</param>
    public static bool Chooses(IReadOnlyList<string> included, IReadOnlyList<string> excluded, string? qualifier, string name)
    {
        bool Matches(string pattern) =>
            IsMatch(pattern, name) || qualifier is not null && IsMatch(pattern, $"{qualifier}.{name}");

        return (included.Count == 0 || included.Any(Matches)) && !excluded.Any(Matches);
    }

    // Only the last star that was met is ever gone back to: what those before it took fits, as little as it was.
    private static bool IsMatch(string pattern, string name)
    {
        var (next, star, taken) = (0, -1, 0);
        for (var i = 0; i < name.Length;)
        {
            if (next < pattern.Length && pattern[next] == '*')
            {
                (star, taken) = (next++, i);
            }
            else if (next < pattern.Length && (pattern[next] == '?' || char.ToUpperInvariant(pattern[next]) == char.ToUpperInvariant(name[i])))
            {
                (next, i) = (next + 1, i + 1);
            }
            else if (star >= 0)
            {
                (next, i) = (star + 1, ++taken);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(next).TrimStart('*').IsEmpty;
    }
}
