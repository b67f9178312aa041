using System.CommandLine;
using SyncGen.Tool.Models;
using SyncGen.Tool.Output;
using SyncGen.Tool.Scaffolding;
using SyncGen.Tool.Services;
using SyncGen.Tool.Stores;

namespace SyncGen.Tool.Codegen;

/// <summary>The options that name what files are made of: a model's file, a live database or a live service.</summary>
internal sealed class CodegenSourceOptions
{
    private const string DocumentName = ScaffoldOutput.FileName;

    private readonly Option<FileInfo?> _model = new("--model") { Description = "The model as a *.sync.json file.", HelpName = "x.sync.json" };
    private readonly Option<string?> _database = new("--database") { Description = "The kind of a live database: sqlite, postgresql, mysql (MariaDB too) or sqlserver.", HelpName = "kind" };
    private readonly Option<string?> _connection = new("--connection")
    {
        Description = "Its connection string, or its name: env:NAME for an environment variable, settings:Name for one of appsettings.json.",
        HelpName = "string",
    };

    private readonly Option<FileInfo?> _settings = new("--settings") { Description = "The file that settings:Name is looked for in. Default: appsettings.json.", HelpName = "file" };
    private readonly Option<string?> _service = new("--service") { Description = "The address of a live service, whose $metadata is read.", HelpName = "https://…/sync" };
    private readonly Option<string?> _token = new("--token") { Description = "The token that the service asks for, or its name, as of a connection string.", HelpName = "token" };
    private readonly Option<string?> _scope = new("--scope") { Description = "The scope: of a service, or of a model that has several; of a database, its name. Default: all.", HelpName = "name" };
    private readonly Option<string?> _namespace = new("--namespace") { Description = "The namespace of the classes of a database or a service." };

    /// <summary>Adds the options.</summary>
    public CodegenSourceOptions(Command command)
    {
        foreach (var option in new Option[] { _model, _database, _connection, _settings, _service, _token, _scope, _namespace })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            bool Has(Option option) => result.GetResult(option) is not null;
            if (new[] { Has(_model), Has(_database) || Has(_connection), Has(_service) }.Count(isGiven => isGiven) != 1)
            {
                result.AddError("Name what the files are made of, once: by --model, by --database and --connection, or by --service and --scope.");
            }
            else if (Has(_database) != Has(_connection))
            {
                result.AddError("Name the database: by --database and --connection.");
            }
            else if (Has(_service) && !Has(_scope))
            {
                result.AddError("Name the service's scope by --scope.");
            }
        });
    }

    /// <summary>Reads the model.</summary>
    public async Task<CodegenModel> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_model) is { } file)
        {
            var text = ModelDocument.ReadText(file);
            return new CodegenModel(ModelDocument.Parse(text, file.FullName), text, parsed.GetValue(_scope), []);
        }

        return parsed.GetValue(_service) is { } service
            ? await OfServiceAsync(service, parsed, cancellationToken)
            : await OfDatabaseAsync(parsed, cancellationToken);
    }

    private async Task<CodegenModel> OfDatabaseAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var database = Database.Find(parsed.GetValue(_database)!);
        var connection = Names(parsed).Resolve(parsed.GetValue(_connection)!, database);
        var options = new ScaffoldOptions { Namespace = parsed.GetValue(_namespace), Scope = parsed.GetValue(_scope) };
        var result = await Scaffolder.RunAsync(database.Kind, connection, options, existing: null, cancellationToken);
        return Of(result.Text, parsed, [.. result.Notes.Select(note => note.ToString())]);
    }

    private async Task<CodegenModel> OfServiceAsync(string service, ParseResult parsed, CancellationToken cancellationToken)
    {
        var address = StoreAddress.Parse(service, _service.Name).Service
            ?? throw new ToolException("What --service names is no address of a service, such as https://example.org/sync.");
        var token = parsed.GetValue(_token) is { } given ? Names(parsed).Resolve(given) : null;
        var schema = await MetadataClient.ReadAsync(address, parsed.GetValue(_scope)!, token, cancellationToken);
        var document = new CsdlDocument();
        var text = document.Write(schema, parsed.GetValue(_scope)!, parsed.GetValue(_namespace));
        return Of(text, parsed, document.Notes);
    }

    private CodegenModel Of(string text, ParseResult parsed, IReadOnlyList<string> notes) => new(ModelDocument.Parse(text, DocumentName), text, parsed.GetValue(_scope), notes);

    private ConnectionStrings Names(ParseResult parsed) => new(new ToolEnvironment(), parsed.GetValue(_settings));
}
