using SyncGen.Tool.Commands;

namespace SyncGen.Tool.Tests;

/// <summary>Runs command lines within the tests' own process, which takes less time.</summary>
internal static class InProcess
{
    /// <summary>Runs a command line.</summary>
    public static async Task<ToolResult> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await ToolRoot.RunAsync(arguments, output, error);
        return new ToolResult(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
