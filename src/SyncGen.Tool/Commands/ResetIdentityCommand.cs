using System.CommandLine;
using System.Text.Json.Nodes;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Commands;

/// <summary>Makes a copied store another one.</summary>
internal sealed class ResetIdentityCommand : ToolCommand
{
    private readonly ModelOptions _model;
    private readonly StoreOptions _store;

    public ResetIdentityCommand() : base(
        "reset-identity",
        "Gives a database a new identity: to be run on a copy before its first session, so that it is not taken for the original.",
        "reset-identity --assembly App.dll --database sqlite --connection \"Data Source=copy.db\"")
    {
        _model = new ModelOptions(this);
        _store = new StoreOptions(this);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var scope = await _model.LoadAsync(parsed, cancellationToken);
        await using var store = await _store.OpenAsync(parsed, scope, cancellationToken);
        var (former, identity) = await IdentityReset.RunAsync(store, cancellationToken);
        console.WriteLine($"{store.DisplayName} is {identity} now, and was {former}.");
        return new CommandResult(ExitCode.Done, new JsonObject
        {
            ["store"] = store.DisplayName,
            ["scope"] = store.Scope.Name,
            ["former"] = former.ToString(),
            ["identity"] = identity.ToString(),
        });
    }
}
