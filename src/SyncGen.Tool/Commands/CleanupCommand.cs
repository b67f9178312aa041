using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Commands;

/// <summary>Lets a store forget what nobody needs any more.</summary>
internal sealed class CleanupCommand : ToolCommand
{
    private readonly ModelOptions _model;
    private readonly StoreOptions _store;

    private readonly Option<string> _olderThan = new("--older-than")
    {
        Description = $"Longer than any partner stays away in normal life: {Duration.Form}.",
        HelpName = "30d",
        Required = true,
    };

    public CleanupCommand() : base(
        "cleanup",
        "Removes a peer's records of old deletions that every other peer knows, and lets go of partners that were silent for as long.",
        "cleanup --assembly App.dll --database postgresql --connection env:APP_DB --older-than 30d")
    {
        _model = new ModelOptions(this);
        _store = new StoreOptions(this);
        _olderThan.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Duration.TryParse(result.Tokens[0].Value) is null)
            {
                result.AddError($"--older-than takes {Duration.Form}.");
            }
        });
        Options.Add(_olderThan);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var scope = await _model.LoadAsync(parsed, cancellationToken);
        await using var store = await _store.OpenAsync(parsed, scope, cancellationToken);
        var removed = await store.ForgetAsync(Duration.TryParse(parsed.GetValue(_olderThan)!)!.Value, cancellationToken);
        console.WriteLine(store.Role == SyncRole.Leaf
            ? $"{store.DisplayName} is a leaf, which keeps no deletions: there is nothing to do."
            : string.Create(CultureInfo.InvariantCulture, $"{store.DisplayName} forgot {removed:N0} {(removed == 1 ? "deletion" : "deletions")}."));
        return new CommandResult(ExitCode.Done, new JsonObject { ["store"] = store.DisplayName, ["scope"] = store.Scope.Name, ["removed"] = removed });
    }
}
