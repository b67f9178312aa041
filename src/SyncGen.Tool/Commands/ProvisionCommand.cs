using System.CommandLine;
using SyncGen.Providers;
using SyncGen.Relational;
using SyncGen.Tool.Output;
using SyncGen.Tool.Scripts;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Commands;

/// <summary>Prepares a database for synchronisation.</summary>
internal sealed class ProvisionCommand : ToolCommand
{
    private readonly ModelOptions _model;
    private readonly StoreOptions _store;
    private readonly ScriptOptions _script;

    public ProvisionCommand() : base(
        "provision",
        "Prepares a database: creates the tables that are missing, and what tracks changes. May be repeated.",
        "provision --project App.csproj --database sqlite --connection \"Data Source=app.db\" --role leaf",
        "provision --assembly App.dll --database postgresql --connection settings:Main",
        "provision --assembly App.dll --database mysql --connection env:APP_DB --dry-run",
        "provision --assembly App.dll --database sqlserver --connection env:APP_DB --script provision.sql")
    {
        _model = new ModelOptions(this);
        _store = new StoreOptions(this, "peer, which tracks every change, or leaf, an offline client of one hub. Default: what it was provisioned as, else peer.");
        _script = new ScriptOptions(this);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var scope = await _model.LoadAsync(parsed, cancellationToken);
        var database = _store.DatabaseOf(parsed);
        await using var store = await _store.OpenAsync(parsed, scope, cancellationToken);
        if (!_script.IsWanted(parsed))
        {
            await store.ProvisionAsync(cancellationToken);
            console.WriteLine($"{store.DisplayName} is provisioned for the scope '{store.Scope.Name}' as a {RoleText.Of(store.Role)}.");
            return ScriptOptions.Result(store, isChanged: true, null);
        }

        var script = await ComposeAsync(store, database, cancellationToken);
        if (script.Length == 0)
        {
            console.WriteLine($"{store.DisplayName} is provisioned for the scope '{store.Scope.Name}' already: there is nothing to do.");
        }

        return await _script.FinishAsync(parsed, console, store, script);
    }

    private static async Task<string> ComposeAsync(RelationalProvider store, Database database, CancellationToken cancellationToken)
    {
        if (await IsDoneAsync(store, cancellationToken))
        {
            return "";
        }

        return await store.UseAsync(
            connection => new ProvisionScript(connection, store.Scope, store.Scripts, store.Role, database).ComposeAsync(cancellationToken), StoreUse.Preview, cancellationToken);
    }

    private static async Task<bool> IsDoneAsync(SyncProvider store, CancellationToken cancellationToken)
    {
        try
        {
            return await store.CheckAsync(cancellationToken);
        }
        catch (SyncException missing) when (missing.Code is SyncErrorCode.NotProvisioned or SyncErrorCode.StoreUnavailable && !missing.IsTransient)
        {
            // A file that is not there yet is created by provisioning; whatever else is unavailable is found so again.
            return false;
        }
    }
}
