using System.CommandLine;
using System.Text.Json.Nodes;
using SyncGen.Providers;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Commands;

/// <summary>The options by which a command shows its SQL instead of running it.</summary>
internal sealed class ScriptOptions
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show the SQL, and change nothing." };
    private readonly Option<FileInfo?> _file = new("--script") { Description = "Write the SQL to a file, and change nothing.", HelpName = "file" };

    public ScriptOptions(Command command)
    {
        command.Options.Add(_dryRun);
        command.Options.Add(_file);
    }

    /// <summary>Whether the SQL is wanted instead of what it does.</summary>
    public bool IsWanted(ParseResult parsed) => parsed.GetValue(_dryRun) || parsed.GetValue(_file) is not null;

    /// <summary>Shows or writes the SQL.</summary>
    public async Task<CommandResult> FinishAsync(ParseResult parsed, ToolConsole console, SyncProvider store, string script)
    {
        if (parsed.GetValue(_dryRun))
        {
            await console.Out.WriteAsync(script);
        }

        if (parsed.GetValue(_file) is { } file && script.Length > 0)
        {
            await File.WriteAllTextAsync(file.FullName, script);
            await console.Error.WriteLineAsync($"The script is in {file.FullName}.");
        }

        return Result(store, isChanged: false, script);
    }

    /// <summary>What <c>--json</c> prints.</summary>
    public static CommandResult Result(SyncProvider store, bool isChanged, string? script) => new(ExitCode.Done, new JsonObject
    {
        ["store"] = store.DisplayName,
        ["scope"] = store.Scope.Name,
        ["role"] = RoleText.Of(store.Role),
        ["changed"] = isChanged,
        ["script"] = script,
    });
}
