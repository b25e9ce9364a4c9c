using System.Diagnostics;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Gateway;

/// <summary>HAProxy that divides as the gateway does: a hash of the visitor's cookie into 10,000 buckets, 500 of them for the service.</summary>
internal sealed class HaProxy : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(10);

    private readonly Process process;

    private HaProxy(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public int Id { get; private set; }

    public static async Task<HaProxy> StartAsync(string folder, Uri monolith, Uri service, CancellationToken cancellationToken)
    {
        var program = Programs.Find("haproxy") ?? throw new VoidException("haproxy is not installed: it is what the gateway is compared with. On Debian: sudo apt-get install --yes haproxy");
        var port = HostAddresses.FreePort();
        await CleanPort.EnsureAsync(port, cancellationToken);
        var file = Path.Combine(folder, "haproxy.cfg");
        await File.WriteAllTextAsync(file, Configuration(port, monolith, service), cancellationToken);
        var haproxy = new HaProxy(Start(program, file), new($"http://127.0.0.1:{port}/"));
        await haproxy.WaitAsync(cancellationToken);
        haproxy.Id = ProcessUsage.ChildOf(haproxy.process.Id, "haproxy");
        return haproxy;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // Keep-alive to the backends, shared between clients, as the gateway's connections are.
    internal static string Configuration(int port, Uri monolith, Uri service) => $$"""
        global
            maxconn 1000
            nbthread 2
        defaults
            mode http
            timeout connect 5s
            timeout client 30s
            timeout server 30s
            http-reuse always
            option http-keep-alive
        frontend everybody
            bind 127.0.0.1:{{port}}
            use_backend service if { req.cook(visitor),xxh32,mod(10000) -m int lt 500 }
            default_backend monolith
        backend monolith
            server one {{monolith.Authority}}
        backend service
            server one {{service.Authority}}

        """;

    // It knows nothing of whoever started it, so a shell ends it when our end of the shell's input closes.
    private static Process Start(string program, string file) => Process.Start(
        new ProcessStartInfo("/bin/sh", ["-c", "trap '' INT; \"$@\" & child=$!; cat > /dev/null; exec 2> /dev/null; kill $child; wait $child", "sh", program, "-db", "-f", file])
        {
            RedirectStandardInput = true,
        })!;

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        for (var end = DateTime.UtcNow + LongestStart; ; await Task.Delay(50, cancellationToken))
        {
            try
            {
                using var answer = await client.GetAsync(Address, cancellationToken);
                return;
            }
            catch (HttpRequestException) when (DateTime.UtcNow < end)
            {
                // It is still starting.
            }
            catch (HttpRequestException)
            {
                await DisposeAsync();
                throw new VoidException("haproxy did not start; what it wrote is above.");
            }
        }
    }
}
