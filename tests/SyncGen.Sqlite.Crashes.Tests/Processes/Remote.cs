using System.Diagnostics;

namespace SyncGen.Sqlite.Crashes.Tests.Processes;

/// <summary>This assembly, running as a program that writes in another process.</summary>
internal sealed class Remote : IDisposable
{
    private readonly Process _process;

    private Remote(Process process) => _process = process;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="arguments">What it is to do; see <see cref="RemoteWork"/>.</param>
    public static async Task<Remote> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Remote).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var remote = new Remote(Process.Start(start)!);
        await remote.HearAsync("ready");
        return remote;
    }

    /// <summary>Says something that is not answered at once.</summary>
    public void Say(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Has it do something, and waits until it is done.</summary>
    public async Task DoAsync(string line)
    {
        Say(line);
        await HearAsync("done");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task HearAsync(string expected)
    {
        var line = await _process.StandardOutput.ReadLineAsync();
        if (line != expected)
        {
            throw new InvalidOperationException($"The child should have answered '{expected}': {line}");
        }
    }
}
