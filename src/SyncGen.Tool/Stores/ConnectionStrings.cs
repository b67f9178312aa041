using System.Text.Json;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Stores;

/// <summary>Finds connection strings that are given by name, so that they need not stand on a command line.</summary>
/// <param name="environment">The variables.</param>
/// <param name="settings">A file with <c>ConnectionStrings</c>; null for <c>appsettings.json</c> in the folder.</param>
/// <param name="folder">Where paths are meant from; null for the current directory.</param>
internal sealed class ConnectionStrings(ToolEnvironment environment, FileInfo? settings, DirectoryInfo? folder = null)
{
    private const string Variable = "env:";
    private const string Setting = "settings:";
    private const string DefaultFile = "appsettings.json";

    /// <summary>The connection string that is meant: itself, <c>env:NAME</c> or <c>settings:Name</c>.</summary>
    public string Resolve(string given)
    {
        if (given.StartsWith(Variable, StringComparison.OrdinalIgnoreCase))
        {
            var name = given[Variable.Length..];
            return environment[name] ?? throw new ToolException($"There is no environment variable '{name}', or it is empty. Set it to the connection string.");
        }

        return given.StartsWith(Setting, StringComparison.OrdinalIgnoreCase) ? OfSettings(given[Setting.Length..]) : given;
    }

    /// <summary>The connection string of a database that is still there when the command has ended.</summary>
    /// <exception cref="ToolException">It is none, or that of another one.</exception>
    public string Resolve(string given, Database database)
    {
        var text = Resolve(given);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ToolException($"The connection string is empty. Give that of a {database.Title} database, or its name, as in env:NAME.");
        }

        if (database.EndsWithConnection(text))
        {
            throw new ToolException("A SQLite database without a file is gone when the command ends. Name a file, as in 'Data Source=app.db'.");
        }

        return folder is null ? text : database.From(folder.FullName, text);
    }

    private string OfSettings(string name)
    {
        var path = settings?.FullName ?? Path.GetFullPath(Path.Combine(folder?.FullName ?? "", DefaultFile));
        if (!File.Exists(path))
        {
            throw new ToolException($"There is no file '{path}' to take the connection string '{name}' from. Name one by --settings.");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.TryGetProperty("ConnectionStrings", out var all) && all.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text
                ? text
                : throw new ToolException($"'{path}' has no connection string '{name}' under ConnectionStrings.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ToolException($"'{path}' cannot be read as settings: {(error is JsonException ? error.Message : "ConnectionStrings is no object of texts.")}");
        }
    }
}
