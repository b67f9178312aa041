using System.CommandLine;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Commands;

/// <summary>Lets two stores meet.</summary>
internal sealed class SyncCommand : ToolCommand
{
    private readonly ModelOptions _model;
    private readonly PairOptions _stores;

    private readonly Option<string?> _direction = DirectionText.Option("--direction", "up: from the first store to the second alone; down: the other way; both. Default: both.");
    private readonly Option<string?> _conflicts = PolicyText.Option("--conflicts", "What becomes of conflicts in this session. Default: what the scope says.");
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Do it all, take it back, and say what would have travelled. Databases only." };

    public SyncCommand() : base(
        "sync",
        "Synchronises two stores, once.",
        "sync --project App.csproj --from \"sqlite:Data Source=app.db\" --leaf --to postgresql:env:APP_DB",
        "sync --assembly App.dll --from \"sqlite:Data Source=app.db\" --leaf --to https://example.org/sync --parameter owner=ann",
        "sync --assembly App.dll --from postgresql:settings:Branch --to mysql:settings:Main --dry-run",
        "sync --assembly App.dll --from postgresql:settings:Branch --to sqlserver:settings:Main --direction down --json")
    {
        _model = new ModelOptions(this);
        _stores = new PairOptions(this);
        Options.Add(_direction);
        Options.Add(_conflicts);
        Options.Add(_dryRun);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var scope = await _model.LoadAsync(parsed, cancellationToken);
        var (from, to) = await _stores.OpenAsync(parsed, scope, cancellationToken);
        var policy = PolicyText.Parse(parsed.GetValue(_conflicts));
        await using var local = PolicyProvider.Of(from, policy);
        await using var remote = PolicyProvider.Of(to, policy);
        var options = new SyncOptions { Order = DirectionText.Parse(parsed.GetValue(_direction)) };
        var meeting = SyncOrchestrator.Between(local, remote);
        using var progress = new ProgressLine(console);
        var result = parsed.GetValue(_dryRun)
            ? await meeting.PreviewAsync(options, progress, cancellationToken)
            : await meeting.SynchronizeAsync(options, progress, cancellationToken);
        progress.Clear();
        SessionSummary.Write(console, result);
        return new CommandResult(SessionSummary.ExitCodeOf(result), SessionJson.Of(result));
    }
}
