using System.Diagnostics;

namespace SyncGen.Testing;

/// <summary>A service on ASP.NET Core as a process of its own, in the environment Development, on a free port of this machine.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    // What it writes is read, so that it never waits for a reader.
    private readonly Task _written;

    private ServiceProcess(Process process, Task written, string address) => (_process, _written, Address) = (process, written, address);

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234</c>.</summary>
    public string Address { get; }

    /// <summary>Starts a service, and waits until it listens.</summary>
    /// <param name="program">Its assembly.</param>
    /// <param name="folder">The folder to run in.</param>
    /// <param name="arguments">More arguments, one each.</param>
    /// <exception cref="InvalidOperationException">It ended before; the message holds all that it printed.</exception>
    public static async Task<ServiceProcess> StartAsync(string program, string folder, params string[] arguments)
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

    private static async Task<ServiceProcess> ListenAsync(Process process)
    {
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                var written = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
                return new ServiceProcess(process, written, line[(at + Listening.Length)..].Trim());
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

    /// <summary>Ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();

        await _process.WaitForExitAsync();
        await _written;
        _process.Dispose();
    }
}
