using System.Diagnostics;

namespace SyncGen.Sqlite.Tests.Processes;

/// <summary>This assembly, running as a program of its own.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="arguments">What to do; see <see cref="Child"/>.</param>
    public static Task<ChildProcess> StartAsync(params string[] arguments) =>
        StartAsync("dotnet", [typeof(ChildProcess).Assembly.Location, .. arguments]);

    /// <summary>
    /// Starts it through a shell that limits the size of files, in units of 512 bytes. The runtime keeps its code in a
    /// large file of its own unless it is told otherwise.
    /// </summary>
    public static Task<ChildProcess> StartLimitedAsync(int blocks, params string[] arguments) =>
        StartAsync("sh", ["-c", $"trap '' XFSZ; ulimit -f {blocks}; DOTNET_EnableWriteXorExecute=0 exec dotnet \"$@\"", "sh", typeof(ChildProcess).Assembly.Location, .. arguments]);

    /// <summary>Lets it work.</summary>
    public void Go() => _process.StandardInput.WriteLine();

    /// <summary>Waits for its end; answers the last line that it printed.</summary>
    public async Task<string> EndAsync()
    {
        var text = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return text.TrimEnd().Split('\n')[^1];
    }

    /// <summary>Ends it at once, as if the power failed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static async Task<ChildProcess> StartAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var child = new ChildProcess(Process.Start(start)!);
        var line = await child._process.StandardOutput.ReadLineAsync();
        return line == "ready" ? child : throw new InvalidOperationException($"The child process did not get ready: {line}");
    }
}
