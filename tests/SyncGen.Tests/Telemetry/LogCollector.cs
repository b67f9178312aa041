using Microsoft.Extensions.Logging;

namespace SyncGen.Tests.Telemetry;

/// <summary>Keeps ids and levels of what is logged, and the category.</summary>
internal sealed class LogCollector : ILoggerFactory, ILogger
{
    private readonly List<string> _entries = [];

    public IReadOnlyList<string> Entries => _entries;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName)
    {
        Assert.Equal("SyncGen", categoryName);
        return this;
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_entries)
        {
            _entries.Add($"{eventId.Id} {logLevel}");
        }
    }

    public void Dispose()
    {
    }
}
