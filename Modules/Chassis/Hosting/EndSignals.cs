using System.Runtime.InteropServices;

namespace MyThoughts.Chassis.Hosting;

// Ctrl+C and SIGTERM from the first moment on: a host that ends while it starts PostgreSQL must take it down again, and
// ASP.NET Core listens for signals only once the host has been built.
internal sealed class EndSignals : IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private readonly PosixSignalRegistration[] registrations;

    public EndSignals() => registrations =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, End))];

    public CancellationToken Token => ended.Token;

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
