using Microsoft.Extensions.Hosting;

namespace MyThoughts.Chassis.Hosting;

/// <summary>
/// Ends the host when its standard input closes, so that a task runner that was killed leaves no host behind. On when the
/// setting <c>Lifetime:WatchStandardInput</c> is true.
/// </summary>
internal sealed class ParentWatch(IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A read of standard input cannot be cancelled: a background thread does not keep the process alive.
        new Thread(WaitForTheEnd) { IsBackground = true, Name = "parent watch" }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void WaitForTheEnd()
    {
        using var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        while (input.Read(buffer) > 0) { }
        lifetime.StopApplication();
    }
}
