namespace SyncGen.Tool.Output;

/// <summary>What a user can cause: a sentence that names the culprit and the remedy.</summary>
/// <param name="message">The sentence.</param>
/// <param name="exitCode">What the program answers.</param>
internal sealed class ToolException(string message, int exitCode = ExitCode.Usage) : Exception(message)
{
    /// <summary>What the program answers.</summary>
    public int ExitCode { get; } = exitCode;
}
