using System.Diagnostics;

namespace SyncGen.Samples.Tests;

/// <summary>The sample's server as a process of its own, on a free port of this machine.</summary>
internal sealed class TodoServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    // What it writes is read, so that it never waits for a reader.
    private readonly Task _written;

    private TodoServerProcess(Process process, Task written, string address) => (_process, _written, Address) = (process, written, address);

    public string Address { get; }

    public static async Task<TodoServerProcess> StartAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, "--environment", "Development", "--urls", "http://127.0.0.1:0", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        try
        {
            return await ListenAsync(process);
        }
        catch
        {
            // Whoever could stop it never gets it.
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task<TodoServerProcess> ListenAsync(Process process)
    {
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                var written = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
                return new TodoServerProcess(process, written, line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException($"The server did not start: {string.Join('\n', lines)}\n{await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Ends the process at once, whatever it is doing.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        Kill();

        await _process.WaitForExitAsync();
        await _written;
        _process.Dispose();
    }
}
