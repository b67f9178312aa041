using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SyncGen.AspNetCore.Tests.Former;

/// <summary>Keeps what the service logs, each with its level.</summary>
internal sealed class InformationRecorder : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Entries { get; } = [];

    public ILogger CreateLogger(string categoryName) => categoryName == "SyncGen.AspNetCore" ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Enqueue($"{logLevel} {eventId.Id} {formatter(state, exception)} {exception?.Message}".TrimEnd());

    public void Dispose()
    {
    }
}
