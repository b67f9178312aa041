using System.Diagnostics;
using System.Globalization;

namespace SyncGen.Testing.Tests.Servers;

/// <summary>A process that started a database server and can be killed.</summary>
internal sealed class Victim : IDisposable
{
    public const string PostgreSql = "postgresql";
    public const string MariaDb = "mariadb";

    private readonly Process _process;

    private Victim(Process process, int serverId, string folder)
    {
        _process = process;
        ServerId = serverId;
        Folder = folder;
    }

    public int ServerId { get; }

    public string Folder { get; }

    public static async Task<Victim> StartAsync(string server)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Victim).Assembly.Location, server]) { RedirectStandardOutput = true })!;
        var fields = (await process.StandardOutput.ReadLineAsync())?.Split(' ', 2);
        Assert.NotNull(fields);
        return new Victim(process, int.Parse(fields[0], CultureInfo.InvariantCulture), fields[1]);
    }

    /// <summary>Ends it as kill -9 does; it has no chance to clean up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();
}
