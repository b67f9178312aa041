using System.Diagnostics;
using System.Globalization;

namespace SyncGen.Benchmarks.Wire;

/// <summary>A hub behind HTTP on loopback in a process of its own, so that its memory is the service's alone.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const string Idle = "idle";
    private const string Peak = "peak";

    private readonly Process _process;

    private ServiceProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts this program once more, as the service of a hub's file.</summary>
    public static async Task<ServiceProcess> StartAsync(string hub)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("This program does not know its own path.");
        var process = Process.Start(new ProcessStartInfo(program, ["--serve", hub]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The service did not start.");
        return new ServiceProcess(process, new Uri(address));
    }

    /// <summary>What the process that was started does: serves, and answers what is asked about its memory, until nobody is there to ask.</summary>
    public static async Task ServeAsync(string hub)
    {
        await using var service = await SalesService.StartAsync(hub);
        Console.WriteLine(service.Address);
        while (await Console.In.ReadLineAsync() is { } question)
        {
            Console.WriteLine(question == Idle ? Memory.ResidentMemory.ReadIdle() : Memory.ResidentMemory.ReadPeak());
        }
    }

    /// <summary>Has the service collect its garbage and count its peak anew; answers what it holds then, in bytes.</summary>
    public Task<long> ReadIdleAsync() => AskAsync(Idle);

    /// <summary>The most since <see cref="ReadIdleAsync"/>, in bytes.</summary>
    public Task<long> ReadPeakAsync() => AskAsync(Peak);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<long> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        var answer = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The service has ended.");
        return long.Parse(answer, CultureInfo.InvariantCulture);
    }
}
