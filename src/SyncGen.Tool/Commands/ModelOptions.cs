using System.CommandLine;
using SyncGen.Tool.Models;

namespace SyncGen.Tool.Commands;

/// <summary>The options that name a model.</summary>
internal sealed class ModelOptions
{
    private readonly Option<FileInfo?> _document = new("--model") { Description = "The model as a *.sync.json file.", HelpName = "x.sync.json" };
    private readonly Option<FileInfo?> _assembly = new("--assembly") { Description = "The model as a compiled assembly.", HelpName = "App.dll" };
    private readonly Option<FileInfo?> _project = new("--project") { Description = "The model as a C# project, which is built.", HelpName = "App.csproj" };
    private readonly Option<string?> _framework = new("--framework") { Description = "Which target framework of the project, where it has several.", HelpName = "net10.0" };
    private readonly Option<string?> _scope = new("--scope") { Description = "The scope, where the model has several.", HelpName = "name" };

    /// <summary>Adds the options.</summary>
    /// <param name="command">The command that takes them.</param>
    /// <param name="unless">An option that takes their place; null: there is none.</param>
    public ModelOptions(Command command, Option? unless = null)
    {
        command.Options.Add(_document);
        command.Options.Add(_assembly);
        command.Options.Add(_project);
        command.Options.Add(_framework);
        command.Options.Add(_scope);
        command.Validators.Add(result =>
        {
            var given = new Option[] { _document, _assembly, _project }.Count(option => result.GetResult(option) is not null);
            var isReplaced = unless is not null && result.GetResult(unless) is not null;
            if (given != (isReplaced ? 0 : 1))
            {
                result.AddError(isReplaced ? $"{unless!.Name} names the model itself." : "Name the model, once: by --model, --assembly or --project.");
            }
        });
    }

    public Task<LoadedScope> LoadAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        ModelLoader.LoadAsync(
            new ModelSource(parsed.GetValue(_document), parsed.GetValue(_assembly), parsed.GetValue(_project), parsed.GetValue(_framework), parsed.GetValue(_scope)),
            cancellationToken);
}
