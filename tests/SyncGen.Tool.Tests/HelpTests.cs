using SyncGen.Testing;

namespace SyncGen.Tool.Tests;

/// <summary>The help of every command, as it was approved. Set SYNCGEN_UPDATE_GOLDEN=1 to approve what comes out now.</summary>
public sealed class HelpTests
{
    private const string UpdateVariable = "SYNCGEN_UPDATE_GOLDEN";

    private static readonly string s_folder = Path.Combine(RepositoryFolder.Path, "tests", "SyncGen.Tool.Tests", "Golden");

    private static readonly string[] s_commands =
        ["scaffold", "codegen", "provision", "deprovision", "migrate", "sync", "status", "conflicts", "quarantine", "verify", "cleanup", "reset-identity", "doctor", "run", "completion"];

    public static TheoryData<string> Commands => [.. s_commands, ""];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_is_as_approved(string command)
    {
        var help = (await ToolRun.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])).Require(0);
        Assert.Empty(help.Errors);
        // No editor keeps blanks at the ends of lines.
        var actual = string.Join('\n', help.Output.Split('\n').Select(line => line.TrimEnd()));
        var path = Path.Combine(s_folder, command.Length == 0 ? "help.txt" : $"help-{command}.txt");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            await File.WriteAllTextAsync(path, actual);
        }

        Assert.Equal((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public async Task Every_command_has_approved_help()
    {
        var help = (await ToolRun.RunAsync("--help")).Require(0).Output;

        var listed = help[(help.IndexOf("Commands:", StringComparison.Ordinal) + 9)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim().Split(' ')[0]);

        Assert.Equal(s_commands.Order(), listed.Order());
    }
}
