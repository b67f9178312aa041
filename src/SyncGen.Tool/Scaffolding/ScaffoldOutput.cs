using System.Text.Json.Nodes;
using SyncGen.Tool.Files;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Scaffolding;

/// <summary>Writes what scaffolding made: the document into its file, and what there is to know for a person or a program.</summary>
internal sealed class ScaffoldOutput(ToolConsole console, bool isDryRun)
{
    /// <summary>What the file is called where a folder is given.</summary>
    public const string FileName = "model.sync.json";

    /// <summary>The file that an argument means: itself, or one in the folder that it is or will be.</summary>
    public static string FileOf(string argument) =>
        Directory.Exists(argument) || Path.EndsInDirectorySeparator(argument) ? Path.Combine(argument, FileName) : argument;

    /// <summary>Writes it, and answers how the command ended.</summary>
    /// <param name="file">The document's file.</param>
    /// <param name="result">The document, and what there is to know.</param>
    /// <param name="classes">The classes; null if none are wanted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<CommandResult> WriteAsync(string file, ScaffoldResult result, ScaffoldClasses? classes, CancellationToken cancellationToken)
    {
        var isWritten = result.IsChanged && !isDryRun;
        if (isWritten)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            await WholeFile.WriteAsync(file, result.Text, cancellationToken);
        }

        foreach (var note in result.Notes)
        {
            await console.Error.WriteLineAsync(note.ToString());
        }

        if (isDryRun)
        {
            await console.Out.WriteAsync(result.Text);
        }
        else
        {
            console.WriteLine(isWritten ? $"Wrote {file}." : $"{file} is as the database says: nothing to write.");
        }

        if (classes is not null)
        {
            await classes.WriteAsync(console, isDryRun, cancellationToken);
        }

        var json = new JsonObject
        {
            ["file"] = file,
            ["changed"] = result.IsChanged,
            ["written"] = isWritten,
            ["document"] = isDryRun ? result.Text : null,
            ["notes"] = Json.Array(result.Notes, note => new JsonObject
            {
                ["kind"] = char.ToLowerInvariant(note.Kind.ToString()[0]) + note.Kind.ToString()[1..],
                ["table"] = note.Table,
                ["column"] = note.Column,
                ["text"] = note.Text,
            }),
        };
        if (classes is not null)
        {
            json["classes"] = classes.ToJson(isDryRun);
        }

        return new CommandResult(ExitCode.Done, json);
    }
}
