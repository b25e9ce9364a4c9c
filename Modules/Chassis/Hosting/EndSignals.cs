using System.Runtime.InteropServices;

namespace MyThoughts.Chassis.Hosting;

/// <summary>
/// Ctrl+C and SIGTERM from the first moment on: a host that ends while it starts PostgreSQL must take it down again, and
/// ASP.NET Core listens for signals only once the host has been built.
/// </summary>
public sealed class EndSignals : IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly PosixSignalRegistration[] registrations;

    /// <summary>Begins to listen; the process no longer ends by itself.</summary>
    public EndSignals() => registrations =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, End))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => ended.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        ended.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = true;
        ended.Cancel();
    }
}
