using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SyncGen.Testing.Servers;

/// <summary>A running database server that ends, with its folder, when this is disposed of or the test process ends, however it ends: ServerGuard.sh sees to that.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(30);
    private static readonly string s_guard = ReadGuard();

    private readonly Process _guard;
    private readonly Task<string> _log;

    private ServerProcess(Process guard, int port, string password)
    {
        _guard = guard;
        _log = guard.StandardError.ReadToEndAsync();
        Port = port;
        Password = password;
    }

    /// <summary>The port on 127.0.0.1 that it was given.</summary>
    public int Port { get; }

    /// <summary>The password of its administrator <see cref="ServerStart.User"/>: who answers to it is this server and no other that took the port.</summary>
    public string Password { get; }

    /// <summary>The server's process id.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The folder of all its files.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>Whether the server and its guard are gone.</summary>
    public bool HasEnded => _guard.HasExited;

    /// <summary>Makes a server's files and starts it; it may not take connections yet.</summary>
    /// <exception cref="InvalidOperationException">Its files could not be made; the message holds what was printed.</exception>
    public static async Task<ServerProcess> StartAsync(ServerRecipe recipe)
    {
        List<string> command = [.. ServerAccount.CommandPrefix(recipe.Account), "sh", "-c", s_guard, "guard", recipe.Prepare, recipe.Serve, recipe.StopSignal];
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The other user may not be allowed into the folder that the tests run in.
            WorkingDirectory = "/",
        };
        var port = FreePort();
        var password = RandomNumberGenerator.GetHexString(24, lowercase: true);
        start.Environment["port"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["password"] = password;
        start.Environment["installer"] = recipe.Installer;
        start.Environment["server_program"] = recipe.Server;
        var process = new ServerProcess(Process.Start(start)!, port, password);
        if (await process.ReadStartAsync())
        {
            return process;
        }

        await process.DisposeAsync();
        throw new InvalidOperationException($"{recipe.Installer} failed:\n{await process.LogAsync()}");
    }

    /// <summary>The last lines of the server's log; completes when the server has ended.</summary>
    public Task<string> LogAsync() => _log;

    /// <summary>Kills the server and all its processes at once, as a loss of power does; its files stay.</summary>
    /// <exception cref="InvalidOperationException">The server had ended before; the message holds the end of its log.</exception>
    public async Task CrashAsync()
    {
        await _guard.StandardInput.WriteLineAsync("crash");
        await _guard.StandardInput.FlushAsync();
        if (await _guard.StandardOutput.ReadLineAsync() != "crashed")
        {
            throw new InvalidOperationException($"The server had ended before it was to crash:\n{await LogAsync()}");
        }
    }

    /// <summary>Starts a server that crashed, on its files and its port; it may not take connections yet.</summary>
    /// <exception cref="InvalidOperationException">It is not to be started; the message holds the end of its log.</exception>
    public async Task RestartAsync()
    {
        await _guard.StandardInput.WriteLineAsync("start");
        await _guard.StandardInput.FlushAsync();
        if (!await ReadStartAsync())
        {
            throw new InvalidOperationException($"The server does not start again:\n{await LogAsync()}");
        }
    }

    /// <summary>Ends the server and waits until it and its folder are gone.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync().WaitAsync(s_stopTimeout);
        await _log;
        _guard.Dispose();
    }

    // "4711 /tmp/syncgen-server.aB3dE5"
    private async Task<bool> ReadStartAsync()
    {
        if ((await _guard.StandardOutput.ReadLineAsync())?.Split(' ', 2) is not [var id, var folder])
        {
            return false;
        }

        (ProcessId, Folder) = (int.Parse(id, CultureInfo.InvariantCulture), folder);
        return true;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string ReadGuard()
    {
        using var stream = typeof(ServerProcess).Assembly.GetManifestResourceStream("ServerGuard.sh")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
