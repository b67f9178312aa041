using System.CommandLine;
using SyncGen.Tool.Groups;
using SyncGen.Tool.Models;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Commands;

/// <summary>Keeps a group of stores in step.</summary>
internal sealed class RunCommand : ToolCommand
{
    private readonly Option<FileInfo> _group = new("--group") { Description = "The group's file: model, hub, members, interval.", HelpName = "file.json", Required = true };
    private readonly Option<bool> _once = new("--once") { Description = "Let every member meet the hub once, and end." };

    public RunCommand() : base(
        "run",
        "Keeps a group of stores in step until Ctrl-C. A member that cannot be reached is tried again, later and later.",
        "run --group branches.json",
        "run --group branches.json --once --json",
        "status --group branches.json")
    {
        Options.Add(_group);
        Options.Add(_once);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var group = GroupReader.Read(parsed.GetValue(_group)!);
        var scope = await ModelLoader.LoadAsync(group.Model, cancellationToken);
        await console.Error.WriteLineAsync($"{group.Members.Count} {(group.Members.Count == 1 ? "member" : "members")}; health in {group.Health.FullName}");
        var health = await new GroupRun(group, scope, console, SyncEnvironment.Default).RunAsync(parsed.GetValue(_once), cancellationToken);
        GroupSummary.Write(console, health);
        var code = health.Members.Any(member => member.Failures > 0) ? ExitCode.Failed : health.IsWell && health.Members.All(member => member.Conflicts == 0) ? ExitCode.Done : ExitCode.Found;
        return new CommandResult(code, GroupSummary.ToJson(health));
    }
}
