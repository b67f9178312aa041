using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using SyncGen.Testing.Servers;

namespace SyncGen.Testing.Browsers;

/// <summary>
/// A browser without a window, which is told over pipes what to do. It ends when this is disposed of, and when the test process ends, however
/// that ends: a browser whose pipe is closed does.
/// </summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    private static readonly string[] s_programs = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _calls = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _loads = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Process _process;
    private readonly Task _reading;
    private int _last;

    private ChromiumBrowser(string program)
    {
        // What it reads and writes commands by are the files 3 and 4.
        string[] command =
        [
            "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", program, "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
            "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            $"--user-data-dir={_folder.File("profile")}", "about:blank",
        ];
        _process = Process.Start(new ProcessStartInfo("sh", command) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _reading = ReadAsync();
    }

    /// <summary>Says what to install; null where a browser is there.</summary>
    public static string? Missing => OperatingSystem.IsWindows() ? "The browser is talked to as it can be on Linux and macOS only."
        : Program is null ? "Pages are looked at in a browser: install chromium." : null;

    private static string? Program => s_programs.Select(name => InstalledPrograms.Find(name, [])).FirstOrDefault(path => path is not null);

    /// <summary>Starts a browser.</summary>
    public static ChromiumBrowser Start() => new(Program ?? throw new InvalidOperationException(Missing));

    /// <summary>Opens a page and waits until it is loaded.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="width">How wide the screen is, in CSS pixels.</param>
    /// <param name="height">How high.</param>
    /// <param name="isDark">Whether its user wants it dark.</param>
    public async Task<ChromiumPage> OpenAsync(Uri address, int width, int height, bool isDark = false)
    {
        var target = await CallAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        var attached = await CallAsync("Target.attachToTarget", new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true });
        var session = (string)attached["sessionId"]!;
        var loaded = _loads[session] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await CallAsync("Page.enable", [], session);
        await CallAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 }, session);
        await CallAsync("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = isDark ? "dark" : "light" }),
        }, session);
        await CallAsync("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri }, session);
        await loaded.Task.WaitAsync(s_timeout);
        return new ChromiumPage(this, session);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _reading;
        _process.Dispose();
        _writing.Dispose();
        _folder.Dispose();
    }

    internal async Task<JsonNode> CallAsync(string method, JsonObject parameters, string? session = null)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _calls[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        await _writing.WaitAsync();
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(message.ToJsonString() + "\0"));
            await _process.StandardInput.BaseStream.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }

        return await answer.Task.WaitAsync(s_timeout);
    }

    private async Task ReadAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await _process.StandardOutput.BaseStream.ReadAsync(buffer)) > 0;)
        {
            foreach (var unit in buffer.AsMemory(0, read).ToArray())
            {
                if (unit != 0)
                {
                    message.WriteByte(unit);
                    continue;
                }

                Take(JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!);
                message.SetLength(0);
            }
        }

        foreach (var call in _calls.Values)
        {
            call.TrySetException(new InvalidOperationException("The browser has ended."));
        }
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } id && _calls.TryRemove((int)id, out var call))
        {
            if (message["error"] is { } error)
            {
                call.SetException(new InvalidOperationException(error.ToJsonString()));
            }
            else
            {
                call.SetResult(message["result"]!);
            }
        }
        else if ((string?)message["method"] == "Page.loadEventFired" && _loads.TryGetValue((string)message["sessionId"]!, out var load))
        {
            load.TrySetResult();
        }
    }
}
