using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Build.Framework;
using SyncGen.CodeGeneration.Documents.Json;

namespace SyncGen.MSBuild;

/// <summary>Has the tool compare a database with the scopes of an assembly, and passes on what it finds.</summary>
public sealed class VerifySyncStore : Microsoft.Build.Utilities.Task
{
    // Not on the command line, where other users of the machine could read it.
    private const string ConnectionVariable = "SYNCGEN_VERIFY_CONNECTION";

    /// <summary>The command that starts the tool, such as <c>dotnet tool run syncgen</c>; a path with blanks stands in quotes.</summary>
    [Required]
    public string Tool { get; set; } = "";

    /// <summary>The assembly that the project makes.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The kind of database: <c>sqlite</c>, <c>postgresql</c>, <c>mysql</c> or <c>sqlserver</c>.</summary>
    [Required]
    public string Database { get; set; } = "";

    /// <summary>The connection string. It is not shown.</summary>
    [Required]
    public string Connection { get; set; } = "";

    /// <summary>The scope, where the assembly has several.</summary>
    public string? Scope { get; set; }

    /// <summary>The folder to run in, where a tool manifest may lie.</summary>
    public string Folder { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            using var process = Process.Start(Start()) ?? throw new InvalidOperationException("The process did not start.");
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Report(output, errors.GetAwaiter().GetResult());
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            Fail($"'{Tool}' cannot be run: {exception.Message} Install it by `dotnet tool install SyncGen.Tool`, or name it by SyncGenToolCommand.");
        }

        return !Log.HasLoggedErrors;
    }

    private ProcessStartInfo Start()
    {
        var (program, first) = Split(Tool.Trim());
        var arguments = $"doctor --json --assembly \"{Assembly}\" --database \"{Database}\" --connection env:{ConnectionVariable}";
        arguments += string.IsNullOrEmpty(Scope) ? "" : $" --scope \"{Scope}\"";
        var start = new ProcessStartInfo(program, first + arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[ConnectionVariable] = Connection;
        return start;
    }

    // The program, in quotes if its path has blanks, and what stands behind it.
    private static (string Program, string Arguments) Split(string command)
    {
        var isQuoted = command.StartsWith("\"", StringComparison.Ordinal);
        var end = command.IndexOf(isQuoted ? '"' : ' ', isQuoted ? 1 : 0);
        return end < 0
            ? (command.Trim('"'), "")
            : (command.Substring(isQuoted ? 1 : 0, end - (isQuoted ? 1 : 0)), command.Substring(end + 1).Trim() + " ");
    }

    private void Report(string output, string errors)
    {
        try
        {
            var answer = new JsonObjectReader(JsonParser.Parse(output, ""));
            if (answer.Find("error") is { } error)
            {
                Fail(new JsonObjectReader(error).Text("message"));
            }

            foreach (var check in answer.Find("checks")?.Items.Select(item => new JsonObjectReader(item)) ?? [])
            {
                Report(answer.Text("store"), check.Text("state"), $"{check.Text("name")}: {check.Text("message")}");
            }
        }
        catch (JsonSyntaxException)
        {
            Fail($"'{Tool}' did not say how the database is: {(errors.Trim().Length > 0 ? errors.Trim() : output.Trim())}");
        }
    }

    private void Report(string store, string state, string message)
    {
        if (state == "failed")
        {
            Log.LogError(null, DriftCodes.Store, null, store, 0, 0, 0, 0, "{0}", message);
        }
        else if (state == "warning")
        {
            Log.LogWarning(null, DriftCodes.Store, null, store, 0, 0, 0, 0, "{0}", message);
        }
    }

    private void Fail(string message) => Log.LogError(null, DriftCodes.Store, null, null, 0, 0, 0, 0, "{0}", message);
}
