using System.Diagnostics;
using System.Globalization;
using SyncGen.Sqlite.Crashes.Tests.Runs;
using SyncGen.Sqlite.Crashes.Tests.Truth;

namespace SyncGen.Sqlite.Crashes.Tests.Processes;

/// <summary>This assembly, running as a program that is about to be killed.</summary>
internal sealed class Victim : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly KillPlan _plan;

    /// <summary>Starts it. It does nothing yet.</summary>
    public Victim(KillPlan plan, string folder, int seed)
    {
        _plan = plan;
        string[] arguments =
        [
            typeof(Victim).Assembly.Location, plan.Work.ToString(), folder,
            seed.ToString(CultureInfo.InvariantCulture), plan.Step.ToString(CultureInfo.InvariantCulture),
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // A process that is killed leaves the pipes for its debugger behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        _process = Process.Start(start)!;
    }

    /// <summary>Lets it work, and waits until it is dead.</summary>
    /// <exception cref="CrashException">It ended by itself.</exception>
    public async Task DieAsync()
    {
        using var timeout = new CancellationTokenSource(s_timeout);
        await ReadAsync("ready", timeout.Token);
        await _process.StandardInput.WriteLineAsync(_plan.Operation.ToString(CultureInfo.InvariantCulture));
        if (_plan.Operation == 0)
        {
            await ReadAsync("started", timeout.Token);
            await Task.Delay(_plan.Delay, timeout.Token);
            _process.Kill();
        }

        var said = await _process.StandardOutput.ReadToEndAsync(timeout.Token);
        await _process.WaitForExitAsync(timeout.Token);
        if (said is not ("" or "started\n"))
        {
            throw new CrashException($"The child ended by itself: {said}");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync(string expected, CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken);
        if (line != expected)
        {
            throw new CrashException($"The child should have said that it is {expected}: {line}");
        }
    }
}
