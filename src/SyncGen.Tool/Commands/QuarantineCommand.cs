using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Commands;

/// <summary>Lists the rows that a database refused.</summary>
internal sealed class QuarantineCommand : ToolCommand
{
    private const int MostDefault = 100;

    private readonly ModelOptions _model;
    private readonly StoreOptions _store;
    private readonly Option<int> _most = CountOption.Create("--most", "How many are listed at the most, oldest first.", MostDefault);

    public QuarantineCommand() : base(
        "quarantine",
        "Lists the rows that wait in a database's quarantine: it refused them, and each session tries them again.",
        "quarantine --assembly App.dll --database sqlite --connection \"Data Source=app.db\"",
        "quarantine --assembly App.dll --database mysql --connection env:APP_DB --json")
    {
        _model = new ModelOptions(this);
        _store = new StoreOptions(this);
        Options.Add(_most);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var scope = await _model.LoadAsync(parsed, cancellationToken);
        await using var store = await _store.OpenAsync(parsed, scope, cancellationToken);
        var rows = await store.ReadQuarantineAsync(parsed.GetValue(_most), cancellationToken);
        if (rows.Count == 0)
        {
            console.WriteLine($"Nothing waits in the quarantine of {store.DisplayName}.");
        }

        console.WriteTable(["id", "table", "key", "why", "attempts", "since", "the database's words"], rows.Select(row => new[]
        {
            row.Id.ToString(CultureInfo.InvariantCulture), row.Table, row.Key, row.Code.ToString(), row.Attempts.ToString(CultureInfo.InvariantCulture), Json.Time(row.FirstAttempt), row.Error,
        }));
        return new CommandResult(ExitCode.Done, new JsonObject
        {
            ["store"] = store.DisplayName,
            ["scope"] = store.Scope.Name,
            ["quarantined"] = Json.Array(rows, row => new JsonObject
            {
                ["id"] = row.Id,
                ["table"] = row.Table,
                ["key"] = Json.Row(row.Key),
                ["row"] = Json.Row(row.Row),
                ["code"] = row.Code.ToString(),
                ["error"] = row.Error,
                ["attempts"] = row.Attempts,
                ["firstAttempt"] = Json.Time(row.FirstAttempt),
                ["lastAttempt"] = Json.Time(row.LastAttempt),
            }),
        });
    }
}
