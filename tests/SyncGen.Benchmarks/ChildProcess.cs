using System.Diagnostics;
using SyncGen.Benchmarks.Reporting;

namespace SyncGen.Benchmarks;

/// <summary>Runs one benchmark in a process of its own, so that none warms up, or fills the memory of, another.</summary>
internal static class ChildProcess
{
    public static async Task<ResultLine> RunAsync(IEnumerable<string> arguments)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("This program does not know its own path.");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Split('\n').Select(ResultLine.FromMessage).OfType<ResultLine>().SingleOrDefault()
            ?? throw new InvalidOperationException($"A benchmark ended with code {process.ExitCode} and no result.");
    }
}
