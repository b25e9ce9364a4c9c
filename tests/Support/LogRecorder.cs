using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MyThoughts.Support;

/// <summary>Keeps what was logged, for a test to read.</summary>
public sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> lines = new();

    /// <summary>Every line so far.</summary>
    public IReadOnlyList<LogLine> Lines => [.. lines];

    /// <summary>Forgets what it has.</summary>
    public void Clear() => lines.Clear();

    /// <summary>A logger for a class that a test makes itself.</summary>
    /// <typeparam name="T">The class.</typeparam>
    public ILogger<T> For<T>() => new LoggerFactory([this]).CreateLogger<T>();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Recorder(lines);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Recorder(ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new(logLevel, formatter(state, exception)));
    }
}

/// <summary>A line of a log.</summary>
/// <param name="Level">How serious it is.</param>
/// <param name="Message">What it says.</param>
public sealed record LogLine(LogLevel Level, string Message);
