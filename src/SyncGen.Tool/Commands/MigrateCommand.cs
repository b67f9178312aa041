using System.CommandLine;
using System.Text.Json.Nodes;
using SyncGen.Relational.Migrations;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Commands;

/// <summary>Brings a provisioned database to a later model.</summary>
internal sealed class MigrateCommand : ToolCommand
{
    private readonly ModelOptions _model;
    private readonly StoreOptions _store;
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show the steps, and change nothing." };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask before changing anything. Only a person at a terminal is asked." };
    private readonly Option<bool> _dropRemoved = new("--drop-removed")
    {
        Description = "Drop tables and columns that are no longer in the model, with what is in them. Without it they stay.",
    };

    public MigrateCommand() : base(
        "migrate",
        "Brings a provisioned database to a changed model: columns, tables and filters, without losing what is tracked. Shows the steps first.",
        "migrate --project App.csproj --database sqlite --connection \"Data Source=app.db\" --dry-run",
        "migrate --assembly App.dll --database postgresql --connection settings:Main",
        "migrate --model Shop.sync.json --database mysql --connection env:APP_DB --drop-removed --yes")
    {
        _model = new ModelOptions(this);
        _store = new StoreOptions(this);
        Options.Add(_dryRun);
        Options.Add(_dropRemoved);
        Options.Add(_yes);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var scope = await _model.LoadAsync(parsed, cancellationToken);
        await using var store = await _store.OpenAsync(parsed, scope, cancellationToken);
        var options = new MigrationOptions { DropRemoved = parsed.GetValue(_dropRemoved) };
        var plan = await store.PlanMigrationAsync(options, cancellationToken);
        if (plan.IsEmpty)
        {
            console.WriteLine($"{store.DisplayName} has the model of the scope '{store.Scope.Name}' already: there is nothing to do.");
            return Result(ExitCode.Done, isChanged: false);
        }

        console.WriteLine($"{store.DisplayName}, scope '{store.Scope.Name}', from model {plan.From ?? "none"} to {plan.To}:");
        foreach (var step in plan.Steps)
        {
            console.WriteLine($"  {step.Text}.");
        }

        if (parsed.GetValue(_dryRun))
        {
            return Result(ExitCode.Found, isChanged: false);
        }

        if (!parsed.GetValue(_yes) && !await console.ConfirmAsync("Do this?", cancellationToken))
        {
            console.WriteLine("Nothing was changed.");
            return Result(ExitCode.Cancelled, isChanged: false);
        }

        plan = await store.MigrateAsync(options, cancellationToken);
        console.WriteLine($"{store.DisplayName} is migrated.");
        return Result(ExitCode.Done, isChanged: true);

        CommandResult Result(int exitCode, bool isChanged) => new(exitCode, new JsonObject
        {
            ["store"] = store.DisplayName,
            ["scope"] = store.Scope.Name,
            ["from"] = plan.From,
            ["to"] = plan.To,
            ["changed"] = isChanged,
            ["losesData"] = plan.LosesData,
            ["steps"] = new JsonArray([.. plan.Steps.Select(Step)]),
        });
    }

    private static JsonObject Step(MigrationStep step) => new()
    {
        ["kind"] = JsonKind(step.Kind),
        ["table"] = step.Table,
        ["column"] = step.Column,
        ["text"] = step.Text,
        ["losesData"] = step.LosesData,
    };

    private static string JsonKind(MigrationStepKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
