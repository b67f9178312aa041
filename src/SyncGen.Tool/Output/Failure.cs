using System.Text.Json.Nodes;

namespace SyncGen.Tool.Output;

/// <summary>Says in a sentence what went wrong.</summary>
/// <param name="Code">A <see cref="SyncErrorCode"/>, or <c>Usage</c>, <c>Failed</c>, <c>Cancelled</c>.</param>
/// <param name="Message">The sentence.</param>
/// <param name="ExitCode">What the program answers.</param>
internal sealed record Failure(string Code, string Message, int ExitCode)
{
    /// <summary>Whether an exception is one that a user, a database or a network can cause.</summary>
    public static bool IsExpected(Exception error) =>
        error is ToolException or SyncException or ArgumentException or OperationCanceledException or IOException or UnauthorizedAccessException;

    /// <summary>The failure that an expected exception stands for.</summary>
    public static Failure Of(Exception error) => error switch
    {
        ToolException tool => new(tool.ExitCode == Output.ExitCode.Usage ? "Usage" : "Failed", tool.Message, tool.ExitCode),
        SyncException sync => new(sync.Code.ToString(), sync.Message + RemedyOf(sync.Code), sync.IsTransient ? Output.ExitCode.TryAgain : Output.ExitCode.Failed),
        OperationCanceledException => new("Cancelled", "Cancelled. What was applied before stays, and the next run goes on from there.", Output.ExitCode.Cancelled),
        ArgumentException argument => new("Usage", WithoutParameter(argument), Output.ExitCode.Usage),
        _ => new("Failed", error.Message, Output.ExitCode.Failed),
    };

    /// <summary>The failure as <c>--json</c> prints it.</summary>
    public JsonObject ToJson(string command) => new()
    {
        ["command"] = command,
        ["exitCode"] = ExitCode,
        ["error"] = new JsonObject { ["code"] = Code, ["message"] = Message },
    };

    private static string RemedyOf(SyncErrorCode code) => code switch
    {
        SyncErrorCode.NotProvisioned or SyncErrorCode.SchemaMismatch => " Here that is `syncgen provision`.",
        SyncErrorCode.RoleMismatch => " Here roles are given by --role, --from-role and --to-role.",
        _ => "",
    };

    // The runtime adds the name of a parameter of ours, which means nothing to a user.
    private static string WithoutParameter(ArgumentException error)
    {
        var end = error.ParamName is null ? -1 : error.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }
}
