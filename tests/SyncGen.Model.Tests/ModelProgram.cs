using System.Diagnostics;
using SyncGen.Testing;

namespace SyncGen.Model.Tests;

/// <summary>Runs sync_model.py.</summary>
internal static class ModelProgram
{
    public static string Folder { get; } = Path.Combine(RepositoryFolder.Path, "tests", "SyncGen.Model.Tests");

    /// <summary>Runs the program; gives how it ended and all that it printed.</summary>
    public static async Task<(int ExitCode, string Text)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", ["sync_model.py", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
