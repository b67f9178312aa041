using System.Text.Json.Nodes;

namespace SyncGen.Tool.Tests;

/// <summary>What a run of the tool gave.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record ToolResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The one object on the standard output.</summary>
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();

    /// <summary>Fails unless the tool answered this; shows what it said.</summary>
    public ToolResult Require(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"The tool answered {ExitCode} instead of {exitCode}:\n{Output}\n{Errors}");
        return this;
    }
}
