using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncGen.Tool.Output;
using SyncGen.Tool.Verification;

namespace SyncGen.Tool.Commands;

/// <summary>Compares two stores.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    private const int MostDefault = 100;

    private readonly ModelOptions _model;
    private readonly PairOptions _stores;
    private readonly Option<int> _most = CountOption.Create("--most", "How many differing rows of each table are named at the most.", MostDefault);

    public VerifyCommand() : base(
        "verify",
        "Compares two databases row by row, and says in which rows they differ. Changes nothing.",
        "verify --assembly App.dll --from \"sqlite:Data Source=app.db\" --to postgresql:env:APP_DB",
        "verify --assembly App.dll --from mysql:settings:Branch --to sqlserver:settings:Main --most 10 --json",
        "verify --assembly App.dll --from \"sqlite:Data Source=ann.db\" --to postgresql:env:APP_DB --parameter owner=ann")
    {
        _model = new ModelOptions(this);
        _stores = new PairOptions(this);
        Options.Add(_most);
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var scope = await _model.LoadAsync(parsed, cancellationToken);
        var (opener, parameters) = (_stores.OpenerOf(parsed, scope), _stores.ParametersOf(parsed));
        await using var from = await opener.OpenDatabaseAsync(_stores.FromOf(parsed), _stores.FromRoleOf(parsed), parameters, autoProvision: false, cancellationToken);
        await using var to = await opener.OpenDatabaseAsync(_stores.ToOf(parsed), _stores.ToRoleOf(parsed), [], autoProvision: false, cancellationToken);
        var verifier = new TableVerifier(new StoreScan(from), new StoreScan(to), isPart: parameters.Count > 0, parsed.GetValue(_most));
        var tables = new List<TableDifferences>();
        foreach (var table in from.Scope.Tables)
        {
            await console.Error.WriteLineAsync($"comparing {table.Name}");
            tables.Add(await verifier.RunAsync(table, cancellationToken));
        }

        Write(console, tables);
        var count = tables.Sum(table => table.Count);
        console.WriteLine(count == 0
            ? $"{from.DisplayName} and {to.DisplayName} hold the same rows."
            : string.Create(CultureInfo.InvariantCulture, $"{from.DisplayName} and {to.DisplayName} differ in {count:N0} {(count == 1 ? "row" : "rows")}."));
        return new CommandResult(count == 0 ? ExitCode.Done : ExitCode.Found, new JsonObject
        {
            ["from"] = from.DisplayName,
            ["to"] = to.DisplayName,
            ["equal"] = count == 0,
            ["differences"] = count,
            ["tables"] = Json.Array(tables, ToJson),
        });
    }

    private static void Write(ToolConsole console, List<TableDifferences> tables)
    {
        console.WriteTable(["table", "rows in first", "rows in second", "differing"], tables.Select(table =>
            new[] { table.Table, Number(table.RowsFrom), Number(table.RowsTo), Number(table.Count) }));
        console.WriteLine();
        console.WriteTable(["table", "key", "difference"], tables.SelectMany(table => table.Rows).Select(row => new[] { row.Table, row.Key, Words(row) }));
        if (tables.Any(table => table.Count > 0))
        {
            console.WriteLine();
        }
    }

    private static string Words(RowDifference row) => row.Kind switch
    {
        DifferenceKind.OnlyFrom => "missing in the second",
        DifferenceKind.OnlyTo => "missing in the first",
        DifferenceKind.UnreadableFrom => "unreadable in the first",
        DifferenceKind.UnreadableTo => "unreadable in the second",
        _ => "other values: " + string.Join(", ", row.Columns),
    };

    private static JsonObject ToJson(TableDifferences table) => new()
    {
        ["table"] = table.Table,
        ["rowsFrom"] = table.RowsFrom,
        ["rowsTo"] = table.RowsTo,
        ["differences"] = table.Count,
        ["rows"] = Json.Array(table.Rows, row => new JsonObject
        {
            ["key"] = row.Key.Length == 0 ? null : Json.Row(row.Key),
            ["kind"] = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(row.Kind.ToString()),
            ["columns"] = Json.Array(row.Columns, column => column),
        }),
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
