using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.Tool.Commands;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;
using CommandResult = SyncGen.Tool.Output.CommandResult;

namespace SyncGen.Tool.Scaffolding;

/// <summary><c>syncgen scaffold</c>: writes a <c>*.sync.json</c> for a live database, or brings one up to it.</summary>
internal sealed class ScaffoldCommand : ToolCommand
{
    private readonly Option<string> _database = new("--database", "-d")
    {
        Description = "The kind of database: sqlite, postgresql, mysql (MariaDB too) or sqlserver.",
        HelpName = "kind",
        Required = true,
    };

    private readonly Option<string> _connection = new("--connection", "-c")
    {
        Description = "Its connection string, or its name: env:NAME for an environment variable, settings:Name for one of appsettings.json.",
        HelpName = "string",
        Required = true,
    };

    private readonly Option<FileInfo?> _settings = new("--settings") { Description = "The file that settings:Name is looked for in. Default: appsettings.json.", HelpName = "file" };
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = $"The file, or a folder for {ScaffoldOutput.FileName}. What you changed in a file that is there is kept.",
        DefaultValueFactory = _ => ScaffoldOutput.FileName,
    };

    private readonly Option<string[]> _tables = Patterns("--tables", "Tables to look at, such as 'Order*' or 'sales.*'. All others stay in the file as they are.");
    private readonly Option<string[]> _exclude = Patterns("--exclude", "Tables not to look at.");
    private readonly Option<string[]> _columns = Patterns("--columns", "Columns to look at, such as 'Name' or 'Order.*'; those of keys always are.");
    private readonly Option<string[]> _excludeColumns = Patterns("--exclude-columns", "Columns not to look at.");
    private readonly Option<string?> _namespace = new("--namespace") { Description = "The namespace of the classes." };
    private readonly Option<string?> _scope = new("--scope") { Description = "A scope that the file should have: with all entities if it is new." };
    private readonly Option<string?> _classes = new("--classes")
    {
        Description = "A folder for classes of the file's entities and scopes, as your own code in its place. Classes that are there stay as you have them.",
        HelpName = "folder",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the file instead of writing it." };

    public ScaffoldCommand() : base(
        "scaffold",
        "Makes a model of a live database: tables, columns, keys and relations as a *.sync.json file.",
        "scaffold --database sqlite --connection \"Data Source=shop.db\" --output Shop.sync.json",
        "scaffold --database postgresql --connection env:SHOP --tables \"sales.*\" --exclude \"*_audit\" --namespace Shop",
        "scaffold --database sqlserver --connection settings:Main --output Model/ --dry-run")
    {
        Option[] options = [_database, _connection, _settings, _output, _tables, _exclude, _columns, _excludeColumns, _namespace, _scope, _classes, _dryRun];
        foreach (var option in options)
        {
            Options.Add(option);
        }

        _scope.Validators.Add(result => Check(result, IsScopeName, "A scope's name is a letter, then letters, digits and hyphens, at most 50."));
        _namespace.Validators.Add(result => Check(result, IsNamespace, "A namespace is names of C# with points between them."));
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var database = Database.Find(parsed.GetRequiredValue(_database));
        var connection = new ConnectionStrings(new ToolEnvironment(), parsed.GetValue(_settings)).Resolve(parsed.GetRequiredValue(_connection), database);
        var file = ScaffoldOutput.FileOf(parsed.GetRequiredValue(_output));
        try
        {
            var existing = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : null;
            var result = await Scaffolder.RunAsync(database.Kind, connection, OptionsOf(parsed), existing, cancellationToken);
            var classes = parsed.GetValue(_classes) is { } folder ? await ScaffoldClasses.PlanAsync(folder, file, result.Text, cancellationToken) : null;
            return await new ScaffoldOutput(console, parsed.GetValue(_dryRun)).WriteAsync(file, result, classes, cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new ToolException($"{file}: {exception.Message}");
        }
    }

    private ScaffoldOptions OptionsOf(ParseResult parsed) => new()
    {
        Tables = parsed.GetValue(_tables) ?? [],
        ExcludedTables = parsed.GetValue(_exclude) ?? [],
        Columns = parsed.GetValue(_columns) ?? [],
        ExcludedColumns = parsed.GetValue(_excludeColumns) ?? [],
        Namespace = parsed.GetValue(_namespace),
        Scope = parsed.GetValue(_scope),
    };

    private static void Check(OptionResult result, Func<string, bool> isValid, string rule)
    {
        if (result.Tokens is [var token] && !isValid(token.Value))
        {
            result.AddError($"'{token.Value}' cannot be used. {rule}");
        }
    }

    private static bool IsScopeName(string name) =>
        name.Length is > 0 and <= 50 && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static bool IsNamespace(string name) => name.Length == 0 || name.Split('.').All(part => SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None);

    private static Option<string[]> Patterns(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true, HelpName = "pattern" };
}
