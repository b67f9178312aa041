using System.Diagnostics;

namespace SyncGen.Testing;

/// <summary>Runs the .NET SDK as a user would, from a test.</summary>
public static class DotnetCommand
{
    /// <summary>Runs <c>dotnet</c> and gives what it printed.</summary>
    /// <param name="folder">The folder to run in.</param>
    /// <param name="arguments">The arguments, one each.</param>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message holds all that it printed.</exception>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        // The process that runs tests has variables of its own SDK and build; a user's terminal has not.
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var text = await output + await errors;
        return process.ExitCode == 0
            ? text
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{text}");
    }
}
