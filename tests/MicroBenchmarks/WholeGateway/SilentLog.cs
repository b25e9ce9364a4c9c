using Microsoft.Extensions.Logging;

namespace MyThoughts.MicroBenchmarks.WholeGateway;

/// <summary>Makes the text of each line that the levels let pass, and writes it nowhere.</summary>
internal sealed class SilentLog : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => formatter(state, exception);

    public void Dispose()
    {
    }
}
