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

    private static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        if (pattern.IsEmpty)
        {
            return name.IsEmpty;
        }

        if (pattern[0] == '*')
        {
            return IsMatch(pattern[1..], name) || !name.IsEmpty && IsMatch(pattern, name[1..]);
        }

        return !name.IsEmpty
            && (pattern[0] == '?' || char.ToUpperInvariant(pattern[0]) == char.ToUpperInvariant(name[0]))
            && IsMatch(pattern[1..], name[1..]);
    }
}
