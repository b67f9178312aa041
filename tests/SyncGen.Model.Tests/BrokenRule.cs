namespace SyncGen.Model.Tests;

/// <summary>A rule that was found wrong, as broken.txt records it.</summary>
/// <param name="Rule">Its name in rules.py.</param>
/// <param name="Seed">The history that breaks with the original rule and holds with the mended one.</param>
/// <param name="Failure">What the model says first when it does.</param>
internal sealed record BrokenRule(string Rule, string Seed, string Failure)
{
    public static IReadOnlyList<BrokenRule> All { get; } =
        [.. File.ReadLines(Path.Combine(ModelProgram.Folder, "broken.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(Read)];

    private static BrokenRule Read(string line)
    {
        var parts = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return new BrokenRule(parts[0], parts[1], parts[2]);
    }
}
