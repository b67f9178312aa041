using System.CommandLine;
using SyncGen.CodeGeneration.Model;
using SyncGen.Tool.Commands;
using SyncGen.Tool.Output;
using SyncGen.Tool.Stores;
using CommandResult = SyncGen.Tool.Output.CommandResult;

namespace SyncGen.Tool.Codegen;

/// <summary><c>syncgen codegen</c>: writes files of a model.</summary>
internal sealed class CodegenCommand : ToolCommand
{
    private const string Http = "http";
    private const string AspNetCore = "aspnetcore";

    private readonly CodegenSourceOptions _source;
    private readonly Option<string> _output = new("--output", "-o") { Description = "The folder. It is made if need be.", HelpName = "folder", Required = true };

    private readonly Option<string[]> _what = Several(
        "--what", "kinds", "classes (the default; your own from then on: those that are there stay), generated, sql, typescript, csdl, document, templates. Several get a folder each.",
        Enum.GetNames<CodegenKind>());

    private readonly Option<string[]> _databases = Several(
        "--databases", "kinds", "The databases that SQL and generated code are for, such as sqlite,postgresql. Default: all that the model fits.",
        [.. Database.All.Select(database => database.Name)]);

    private readonly Option<string[]> _with = Several("--with", "packages", "What else the project of generated code references: http, aspnetcore.", [Http, AspNetCore]);
    private readonly Option<DirectoryInfo?> _templates = new("--templates")
    {
        Description = "A folder of templates of your own, *.sync.scriban. Alone it stands for --what templates; with generated, they print what they print in a project.",
        HelpName = "folder",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Tell what would be written, and write nothing." };

    public CodegenCommand() : base(
        "codegen",
        "Writes files of a model, of a live database or of a live service: classes, generated code, SQL, TypeScript.",
        "codegen --model Shop.sync.json --output Model/",
        "codegen --model Shop.sync.json --what sql typescript --databases sqlite,postgresql --output build/",
        "codegen --database postgresql --connection env:SHOP --scope shop --namespace Shop --output Model/",
        "codegen --model Shop.sync.json --templates Templates/ --output docs/",
        "codegen --service https://example.org/sync --scope shop --token env:SHOP_TOKEN --what typescript --output src/sync/")
    {
        _source = new CodegenSourceOptions(this);
        foreach (var option in new Option[] { _output, _what, _databases, _with, _templates, _dryRun })
        {
            Options.Add(option);
        }

        Validators.Add(result =>
        {
            if (result.GetResult(_templates) is null && Words(result.GetValue(_what) ?? []).Contains(nameof(CodegenKind.Templates), StringComparer.OrdinalIgnoreCase))
            {
                result.AddError("Name the folder of your templates by --templates.");
            }
        });
    }

    protected override async Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken)
    {
        var model = await _source.ReadAsync(parsed, cancellationToken);
        var templates = parsed.GetValue(_templates) is { } folder ? CodegenTemplates.Read(folder) : null;
        var kinds = Given(parsed, _what)
            .Select(name => Enum.Parse<CodegenKind>(name, ignoreCase: true))
            .DefaultIfEmpty(templates is null ? CodegenKind.Classes : CodegenKind.Templates)
            .ToArray();
        var with = Given(parsed, _with);
        var files = new CodegenFiles(model, new CodegenTarget(DatabasesOf(parsed), with.Contains(Http), with.Contains(AspNetCore)), templates);
        files.Check();
        var output = new CodegenOutput(console, parsed.GetRequiredValue(_output), parsed.GetValue(_dryRun));
        foreach (var kind in kinds)
        {
            await output.PlanAsync(kind, kinds.Length > 1, await files.OfAsync(kind, cancellationToken), cancellationToken);
        }

        var needsDatabases = kinds.Any(kind => kind is CodegenKind.Sql or CodegenKind.Generated);
        return await output.WriteAsync([.. model.Notes, .. needsDatabases ? files.Notes : []], cancellationToken);
    }

    private Databases? DatabasesOf(ParseResult parsed)
    {
        var given = Given(parsed, _databases);
        return given.Count == 0 ? null : given.Aggregate(Databases.None, (all, name) => all | Enum.Parse<Databases>(Database.Find(name).Method));
    }

    // With commas or with blanks between them, in any case.
    private static HashSet<string> Given(ParseResult parsed, Option<string[]> option) => new(Words(parsed.GetValue(option) ?? []), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Words(IEnumerable<string> texts) =>
        texts.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static Option<string[]> Several(string name, string what, string description, string[] allowed)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = what, AllowMultipleArgumentsPerToken = true };
        option.Validators.Add(result =>
        {
            foreach (var word in Words(result.Tokens.Select(token => token.Value)).Where(word => !allowed.Contains(word, StringComparer.OrdinalIgnoreCase)))
            {
                result.AddError($"{name} takes {string.Join(", ", allowed.Select(other => other.ToLowerInvariant()))}, and no '{word}'.");
            }
        });
        return option;
    }
}
