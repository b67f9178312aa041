using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.Tool.Scaffolding;

/// <summary><c>syncgen scaffold</c>: writes a <c>*.sync.json</c> for a live database, or brings one up to it.</summary>
internal sealed class ScaffoldCommand : Command
{
    private readonly Option<string> _database = new("--database", "-d") { Description = "The kind of database.", Required = true };
    private readonly Option<string> _connection = new("--connection", "-c") { Description = "Its connection string, in its driver's form.", Required = true };
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
    private readonly Option<bool> _json = new("--json") { Description = "Tell what was done as JSON." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the file instead of writing it." };

    public ScaffoldCommand()
        : base("scaffold", "Makes a model of a live database: tables, columns, keys and relations as a *.sync.json file.")
    {
        _database.AcceptOnlyFromAmong("sqlite", "postgresql", "mysql", "sqlserver");
        Option[] options = [_database, _connection, _output, _tables, _exclude, _columns, _excludeColumns, _namespace, _scope, _json, _dryRun];
        foreach (var option in options)
        {
            Options.Add(option);
        }

        _scope.Validators.Add(result => Check(result, IsScopeName, "A scope's name is a letter, then letters, digits and hyphens, at most 50."));
        _namespace.Validators.Add(result => Check(result, IsNamespace, "A namespace is names of C# with points between them."));
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = new ScaffoldOutput(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(_json), parsed.GetValue(_dryRun));
        var file = ScaffoldOutput.FileOf(parsed.GetRequiredValue(_output));
        try
        {
            var existing = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : null;
            var result = await Scaffolder.RunAsync(
                Enum.Parse<Databases>(parsed.GetRequiredValue(_database), ignoreCase: true), parsed.GetRequiredValue(_connection), OptionsOf(parsed), existing, cancellationToken);
            await output.WriteAsync(file, result, cancellationToken);
            return 0;
        }
        catch (JsonException exception)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{file}: {exception.Message}");
            return 1;
        }
        catch (Exception exception) when (exception is SyncException or DbException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(exception.Message);
            return 1;
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
