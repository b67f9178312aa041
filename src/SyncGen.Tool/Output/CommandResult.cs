using System.Text.Json.Nodes;

namespace SyncGen.Tool.Output;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">What the program answers.</param>
/// <param name="Json">What <c>--json</c> prints; null: nothing.</param>
internal sealed record CommandResult(int ExitCode, JsonObject? Json);
