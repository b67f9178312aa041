using System.CommandLine;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Commands;

/// <summary>A command of the program, with examples of its use.</summary>
internal abstract class ToolCommand : Command
{
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object on the standard output instead of text." };

    /// <summary>Creates a command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does, in a sentence.</param>
    /// <param name="examples">Command lines that show how it is used, without the program's name.</param>
    protected ToolCommand(string name, string description, params string[] examples) : base(name, description)
    {
        Examples = examples;
        Options.Add(_json);
    }

    /// <summary>Command lines that show how it is used.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Lets a command line run the command.</summary>
    public ToolCommand Enable(TextWriter output, TextWriter error)
    {
        SetAction((parsed, cancellationToken) => RunAsync(parsed, output, error, cancellationToken));
        return this;
    }

    /// <summary>Does what the command is for.</summary>
    protected abstract Task<CommandResult> RunAsync(ParseResult parsed, ToolConsole console, CancellationToken cancellationToken);

    private async Task<int> RunAsync(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var isJson = parsed.GetValue(_json);
        var console = new ToolConsole(output, error, isJson, new ToolEnvironment());
        try
        {
            var result = await RunAsync(parsed, console, cancellationToken);
            if (isJson && result.Json is { } json)
            {
                json.Insert(0, "command", Name);
                json.Insert(1, "exitCode", result.ExitCode);
                await output.WriteLineAsync(Json.Text(json));
            }

            return result.ExitCode;
        }
        catch (Exception exception) when (Failure.IsExpected(exception))
        {
            var failure = Failure.Of(cancellationToken.IsCancellationRequested ? new OperationCanceledException(cancellationToken) : exception);
            await console.Error.WriteLineAsync($"syncgen {Name}: {failure.Message}");
            if (isJson)
            {
                await output.WriteLineAsync(Json.Text(failure.ToJson(Name)));
            }

            return failure.ExitCode;
        }
    }
}
