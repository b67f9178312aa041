using System.CommandLine;
using SyncGen.Relational;
using SyncGen.Tool.Output;
using SyncGen.Tool.Scripts;

namespace SyncGen.Tool.Commands;

/// <summary>Takes away what provisioning added.</summary>
internal sealed class DeprovisionCommand : ToolCommand
{
    private readonly ModelOptions _model;
    private readonly StoreOptions _store;
    private readonly ScriptOptions _script;

    public DeprovisionCommand() : base(
        "deprovision",
        "Takes away all that provisioning added. Tables with rows stay. May be repeated.",
        "deprovision --assembly App.dll --database sqlite --connection \"Data Source=app.db\"",
        "deprovision --assembly App.dll --database postgresql --connection env:APP_DB --dry-run")
    {
        _model = new ModelOptions(this);
        _store = new StoreOptions(this);
        _script = new ScriptOptions(this);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var scope = await _model.LoadAsync(parsed, cancellationToken);
        var database = _store.DatabaseOf(parsed);
        await using var store = await _store.OpenAsync(parsed, scope, cancellationToken);
        if (!_script.IsWanted(parsed))
        {
            await store.DeprovisionAsync(cancellationToken);
            console.WriteLine($"{store.DisplayName} holds nothing of the scope '{store.Scope.Name}' but rows.");
            return ScriptOptions.Result(store, isChanged: true, null);
        }

        var script = await store.UseAsync(
            connection => new DeprovisionScript(connection, store.Scope, store.Scripts, database).ComposeAsync(cancellationToken), StoreUse.Look, cancellationToken);
        if (script.Length == 0)
        {
            console.WriteLine($"{store.DisplayName} is not provisioned for the scope '{store.Scope.Name}': there is nothing to do.");
        }

        return await _script.FinishAsync(parsed, console, store, script);
    }
}
