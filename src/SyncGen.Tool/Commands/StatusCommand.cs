using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncGen.Reports;
using SyncGen.Tool.Groups;
using SyncGen.Tool.Models;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Commands;

/// <summary>Shows what a store says of itself.</summary>
internal sealed class StatusCommand : ToolCommand
{
    private readonly ModelOptions _model;
    private readonly StoreOptions _store;
    private readonly Option<FileInfo?> _group = new("--group") { Description = "Show how a group is that `syncgen run` keeps in step.", HelpName = "file.json" };

    public StatusCommand() : base(
        "status",
        "Shows what a database says of itself: role, tables, what waits to travel. Changes nothing.",
        "status --assembly App.dll --database sqlite --connection \"Data Source=app.db\"",
        "status --project App.csproj --database postgresql --connection settings:Main --json",
        "status --group branches.json")
    {
        _model = new ModelOptions(this, _group);
        _store = new StoreOptions(this, unless: _group);
        Options.Add(_group);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_group) is { } file)
        {
            return GroupStatus.Show(console, GroupReader.Read(file), SyncEnvironment.Default);
        }

        var scope = await _model.LoadAsync(parsed, cancellationToken);
        await using var store = await _store.OpenAsync(parsed, scope, cancellationToken, autoProvision: true);
        var report = await store.InspectAsync(1, cancellationToken);
        Write(console, store.DisplayName, store.Role, scope, report);
        return new CommandResult(report.IsProvisioned && report.Waiting is 0 or null ? ExitCode.Done : ExitCode.Found, new JsonObject
        {
            ["store"] = store.DisplayName,
            ["scope"] = store.Scope.Name,
            ["model"] = store.Scope.Fingerprint,
            ["provisioned"] = report.IsProvisioned,
            ["role"] = report.IsProvisioned ? RoleText.Of(store.Role) : null,
            ["identity"] = report.IsProvisioned ? report.Identity.ToString() : null,
            ["provisionedAt"] = report.Provisioned is { } at ? Json.Time(at) : null,
            ["tick"] = report.Tick,
            ["conflicts"] = report.Conflicts,
            ["quarantined"] = report.Waiting,
            ["tables"] = Json.Array(report.Tables, table => new JsonObject
            {
                ["table"] = table.Table,
                ["rows"] = table.Rows,
                ["tracked"] = table.Tracked,
                ["logged"] = table.Logged,
            }),
        });
    }

    private static void Write(ToolConsole console, string name, SyncRole role, LoadedScope scope, StoreReport report)
    {
        if (!report.IsProvisioned)
        {
            console.WriteLine($"{name} is not provisioned for the scope '{scope.Definition.Name}'. Run `syncgen provision`.");
            return;
        }

        console.WriteLine($"{name} is a {RoleText.Of(role)} of the scope '{scope.Definition.Name}', model {scope.Definition.Fingerprint}.");
        console.WriteLine($"identity    {report.Identity}, tick {report.Tick?.ToString(CultureInfo.InvariantCulture)}");
        console.WriteLine($"provisioned {(report.Provisioned is { } at ? Json.Time(at) : "at an unknown time")}");
        console.WriteLine($"conflicts   {Number(report.Conflicts ?? 0)} in the log");
        console.WriteLine($"quarantine  {Number(report.Waiting ?? 0)} waiting");
        console.WriteLine();
        var tracked = role == SyncRole.Leaf ? "to send" : "tracked";
        console.WriteTable(["table", "rows", tracked, "in change log"], report.Tables.Select(table => new[] { table.Table, Number(table.Rows), Number(table.Tracked), Number(table.Logged) }));
    }

    // A count ends at a bound.
    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture) + (count >= StoreReport.CountMax ? " or more" : "");
}
