using System.Diagnostics;
using SyncGen.Testing;
using SyncGen.Tool.Commands;

namespace SyncGen.Tool.Tests;

/// <summary>Command lines are completed.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("syncgen ", "provision")]
    [InlineData("syncgen pro", "provision")]
    [InlineData("syncgen sync --fr", "--from")]
    [InlineData("syncgen provision --ro", "--role")]
    [InlineData("syncgen completion ", "fish")]
    public async Task What_may_stand_there_is_told(string line, string expected)
    {
        var labels = await CompleteAsync(line);

        Assert.Contains(expected, labels);
        Assert.DoesNotContain("complete", labels);
    }

    [Fact]
    public async Task What_does_not_fit_is_not_told() => Assert.DoesNotContain("provision", await CompleteAsync("syncgen sy"));

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task Every_shell_has_a_script(string shell)
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        Assert.Equal(0, await ToolRoot.RunAsync(["completion", shell], output, error));

        Assert.Contains("syncgen complete --position", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", error.ToString());
    }

    [Fact]
    public async Task Script_is_told_to_programs()
    {
        var told = (await ToolRun.RunAsync("completion", "fish", "--json")).Require(0).Json;

        Assert.Equal(["command", "exitCode", "shell", "script"], told.Select(member => member.Key));
        Assert.Equal(("completion", 0, "fish"), ((string?)told["command"], (int?)told["exitCode"], (string?)told["shell"]));
        Assert.Contains("syncgen complete --position", (string?)told["script"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_shell_is_wrong_usage() => Assert.Equal(2, await ToolRoot.RunAsync(["completion", "tcsh"], new StringWriter(), new StringWriter()));

    [RequiresFact(Requirement.Curl)]
    public async Task Bash_completes_by_its_script()
    {
        using var folder = new TemporaryFolder();
        var script = (await ToolRun.RunAsync("completion", "bash")).Require(0).Output;
        await File.WriteAllTextAsync(folder.File("syncgen.bash"), script);
        await File.WriteAllTextAsync(folder.File("test.sh"), $"""
            syncgen() {ToolRun.ShellFunction}
            source syncgen.bash
            COMP_LINE='syncgen ver' COMP_POINT=11 COMP_WORDS=(syncgen ver) COMP_CWORD=1
            _syncgen
            echo "${"{"}COMPREPLY[@]{"}"}"
            """);
        var start = new ProcessStartInfo("bash", ["test.sh"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;

        var result = await ToolRun.EndAsync(process);

        Assert.Equal("verify\n", result.Output);
    }

    private static async Task<string[]> CompleteAsync(string line)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        Assert.Equal(0, await ToolRoot.RunAsync(["complete", "--position", $"{line.Length}", "--", line], output, error));
        Assert.Equal("", error.ToString());
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
