using System.CommandLine;
using System.Text.Json.Nodes;
using SyncGen.Relational;
using SyncGen.Reports;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Commands;

/// <summary>Lists the losers of conflicts, and brings them back.</summary>
internal sealed class ConflictsCommand : ToolCommand
{
    private const int MostDefault = 100;

    private readonly ModelOptions _model;
    private readonly StoreOptions _store;
    private readonly Option<int> _most = CountOption.Create("--most", "How many are listed at the most, latest first.", MostDefault);
    private readonly Option<long?> _restore = new("--restore") { Description = "Write the loser of this conflict back, as an ordinary new edit of its row.", HelpName = "id" };

    public ConflictsCommand() : base(
        "conflicts",
        "Lists a database's conflict log: what lost, and to what.",
        "conflicts --assembly App.dll --database sqlite --connection \"Data Source=app.db\"",
        "conflicts --assembly App.dll --database postgresql --connection env:APP_DB --most 10 --json",
        "conflicts --assembly App.dll --database postgresql --connection env:APP_DB --restore 17")
    {
        _model = new ModelOptions(this);
        _store = new StoreOptions(this);
        Options.Add(_most);
        Options.Add(_restore);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var scope = await _model.LoadAsync(parsed, cancellationToken);
        await using var store = await _store.OpenAsync(parsed, scope, cancellationToken);
        return parsed.GetValue(_restore) is { } id
            ? await RestoreAsync(store, id, console, cancellationToken)
            : List(store, await store.ReadConflictsAsync(parsed.GetValue(_most), cancellationToken), console);
    }

    private static CommandResult List(RelationalProvider store, IReadOnlyList<LoggedConflict> conflicts, ToolConsole console)
    {
        if (conflicts.Count == 0)
        {
            console.WriteLine($"{store.DisplayName} has no conflicts in its log.");
        }

        console.WriteTable(["id", "recorded", "table", "key", "outcome", "lost", "won"], conflicts.Select(conflict => new[]
        {
            conflict.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Json.Time(conflict.Recorded), conflict.Table, conflict.Key, conflict.Outcome.ToString(),
            conflict.Loser ?? "deletion", conflict.Winner ?? "deletion",
        }));
        return new CommandResult(ExitCode.Done, new JsonObject { ["store"] = store.DisplayName, ["scope"] = store.Scope.Name, ["conflicts"] = Json.Array(conflicts, ToJson) });
    }

    private static async Task<CommandResult> RestoreAsync(RelationalProvider store, long id, ToolConsole console, CancellationToken cancellationToken)
    {
        var restored = await store.LookAsync(connection => new ConflictRestore(connection, store.Scope).RunAsync(id, cancellationToken), null, cancellationToken)
            ?? throw new ToolException($"{store.DisplayName} has no conflict {id} in its log. `syncgen conflicts` lists them.");
        console.WriteLine($"{restored.Table} {restored.Key} {(restored.Row is null ? "is deleted again" : "is as it was before it lost")}. It travels with the next session.");
        return new CommandResult(ExitCode.Done, new JsonObject
        {
            ["store"] = store.DisplayName,
            ["scope"] = store.Scope.Name,
            ["restored"] = new JsonObject { ["id"] = id, ["table"] = restored.Table, ["key"] = Json.Row(restored.Key), ["row"] = Json.Row(restored.Row) },
        });
    }

    private static JsonObject ToJson(LoggedConflict conflict) => new()
    {
        ["id"] = conflict.Id,
        ["recorded"] = Json.Time(conflict.Recorded),
        ["table"] = conflict.Table,
        ["key"] = Json.Row(conflict.Key),
        ["policy"] = conflict.Policy.ToString(),
        ["outcome"] = conflict.Outcome.ToString(),
        ["loserTime"] = Json.Time(conflict.LoserTime),
        ["loser"] = Json.Row(conflict.Loser),
        ["winnerTime"] = Json.Time(conflict.WinnerTime),
        ["winner"] = Json.Row(conflict.Winner),
    };
}
