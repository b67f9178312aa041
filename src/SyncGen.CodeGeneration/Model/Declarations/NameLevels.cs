namespace SyncGen.CodeGeneration.Model.Declarations;

/// <summary>
/// The full names that a written one may stand for, from the innermost scope of the language on: the first level that has a
/// class decides, and two classes on one level are ambiguous.
/// </summary>
/// <param name="Levels">The names of each level, from <c>global::</c> on.</param>
internal sealed record NameLevels(EquatableArray<EquatableArray<string>> Levels)
{
    public static NameLevels None { get; } = new(default(EquatableArray<EquatableArray<string>>));

    /// <summary>The levels that come before the one that has a name; none at all if no level has it.</summary>
    public NameLevels Until(string fullName)
    {
        var before = Levels.TakeWhile(level => !level.Contains(fullName)).ToEquatableArray();
        return before.Count == Levels.Count ? None : new NameLevels(before);
    }
}
