namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Which names scopes and filter parameters can have.</summary>
internal static class ParameterName
{
    private const int LengthMax = 50;

    /// <summary>Whether the name of a filter parameter is a letter, then letters, digits and underscores.</summary>
    public static bool IsValid(string name) => IsLetterThen(name, '_');

    /// <summary>Whether the name of a scope is a letter, then letters, digits and hyphens.</summary>
    public static bool IsValidForScope(string name) => IsLetterThen(name, '-');

    private static bool IsLetterThen(string name, char joiner) =>
        name.Length is > 0 and <= LengthMax
        && IsLetter(name[0])
        && name.All(c => IsLetter(c) || c is >= '0' and <= '9' || c == joiner);

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
