using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SyncGen.Tool.Scaffolding;

/// <summary>Writes what scaffolding made: the document into its file, and what there is to know for a person or a program.</summary>
internal sealed class ScaffoldOutput(TextWriter output, TextWriter error, bool isJson, bool isDryRun)
{
    /// <summary>What the file is called where a folder is given.</summary>
    public const string FileName = "model.sync.json";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The file that an argument means: itself, or one in the folder that it is or will be.</summary>
    public static string FileOf(string argument) =>
        Directory.Exists(argument) || Path.EndsInDirectorySeparator(argument) ? Path.Combine(argument, FileName) : argument;

    public async Task WriteAsync(string file, ScaffoldResult result, CancellationToken cancellationToken)
    {
        var isWritten = result.IsChanged && !isDryRun;
        if (isWritten)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            await File.WriteAllTextAsync(file, result.Text, cancellationToken);
        }

        if (isJson)
        {
            var told = new { File = file, IsChanged = result.IsChanged, IsWritten = isWritten, Document = isDryRun ? result.Text : null, result.Notes };
            await output.WriteLineAsync(JsonSerializer.Serialize(told, s_json));
            return;
        }

        foreach (var note in result.Notes)
        {
            await error.WriteLineAsync(note.ToString());
        }

        await output.WriteLineAsync(isDryRun ? result.Text.TrimEnd('\n') : isWritten ? $"Wrote {file}." : $"{file} is as the database says: nothing to write.");
    }
}
