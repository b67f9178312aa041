using System.CommandLine;
using System.Text.Json.Nodes;
using SyncGen.Tool.Checks;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Commands;

/// <summary>Finds out what is wrong with a store.</summary>
internal sealed class DoctorCommand : ToolCommand
{
    private readonly ModelOptions _model;
    private readonly StoreOptions _store;

    public DoctorCommand() : base(
        "doctor",
        "Checks a database: connection, clock, provisioning, drift, rights, what waits. Says what to do. Changes nothing.",
        "doctor --assembly App.dll --database postgresql --connection env:APP_DB",
        "doctor --project App.csproj --database sqlite --connection \"Data Source=app.db\" --json")
    {
        _model = new ModelOptions(this);
        _store = new StoreOptions(this);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var scope = await _model.LoadAsync(parsed, cancellationToken);
        await using var store = await _store.OpenAsync(parsed, scope, cancellationToken, autoProvision: true);
        var checks = await new StoreDoctor(store, _store.DatabaseOf(parsed), SyncEnvironment.Default).RunAsync(cancellationToken);
        console.WriteLine($"{store.DisplayName}, scope '{store.Scope.Name}', model {store.Scope.Fingerprint}, SyncGen {typeof(SyncOrchestrator).Assembly.GetName().Version?.ToString(3)}");
        console.WriteLine();
        foreach (var check in checks)
        {
            console.WriteLine($"{Word(check.State),-7} {check.Name}: {check.Message}");
        }

        var isWell = checks.All(check => check.State == CheckState.Ok);
        return new CommandResult(isWell ? ExitCode.Done : ExitCode.Found, new JsonObject
        {
            ["store"] = store.DisplayName,
            ["scope"] = store.Scope.Name,
            ["model"] = store.Scope.Fingerprint,
            ["well"] = isWell,
            ["checks"] = Json.Array(checks, check => new JsonObject
            {
                ["name"] = check.Name,
                ["state"] = Word(check.State),
                ["message"] = check.Message,
            }),
        });
    }

    private static string Word(CheckState state) => state switch
    {
        CheckState.Ok => "ok",
        CheckState.Warning => "warning",
        _ => "failed",
    };
}
