using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SyncGen.Tool.Tests.Endurance;

/// <summary><c>syncgen run</c> as a service that is killed and started again.</summary>
internal sealed class GroupProgram(string folder, string file) : IAsyncDisposable
{
    private const int LinesMax = 200;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _lines = [];
    private Process? _process;
    private Task _reading = Task.CompletedTask;

    /// <summary>When it did not run.</summary>
    public Outages Outages { get; } = new();

    /// <summary>The last lines that it wrote.</summary>
    public string Lines => string.Join('\n', _lines);

    /// <summary>Starts it; over when it has written that it runs.</summary>
    public async Task StartAsync()
    {
        var before = Started;
        _process = ToolRun.Start(folder, [], "run", "--group", file);
        _reading = Task.WhenAll(KeepAsync(_process.StandardOutput), KeepAsync(_process.StandardError));
        for (var watch = Stopwatch.StartNew(); Started == before;)
        {
            Assert.True(!_process.HasExited && watch.Elapsed < s_patience, $"syncgen run did not start:\n{Lines}");
            await Task.Delay(20);
        }
    }

    /// <summary>Kills it, or presses Ctrl-C; over when it has ended.</summary>
    public async Task EndAsync(bool isKilled)
    {
        Assert.False(_process!.HasExited, $"syncgen run ended by itself:\n{Lines}");
        if (isKilled)
        {
            _process.Kill();
        }
        else
        {
            await ToolRun.InterruptAsync(_process);
        }

        await _process.WaitForExitAsync().WaitAsync(s_patience);
        await _reading;
        Assert.True(isKilled || _process.ExitCode == 130, $"syncgen run answered Ctrl-C with {_process.ExitCode}:\n{Lines}");
        _process.Dispose();
        _process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            await _reading;
            _process.Dispose();
        }
    }

    private string? Started => File.Exists(Health) ? (string?)JsonNode.Parse(File.ReadAllText(Health))!["started"] : null;

    private string Health => Path.ChangeExtension(file, ".health.json");

    private async Task KeepAsync(TextReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            _lines.Enqueue(line);
            while (_lines.Count > LinesMax)
            {
                _lines.TryDequeue(out _);
            }
        }
    }
}
