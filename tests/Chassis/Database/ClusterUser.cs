using System.Diagnostics;
using System.Globalization;

namespace MyThoughts.Chassis.Tests.Database;

// A process of its own that uses a cluster.
internal sealed class ClusterUser : IDisposable
{
    private readonly Process process;

    public ClusterUser(string folder) => process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, folder])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    public async Task<int> PortAsync() => int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);

    public async Task EndAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose() => process.Dispose();
}
