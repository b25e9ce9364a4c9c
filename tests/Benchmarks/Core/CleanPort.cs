using System.Net;
using System.Net.Sockets;

namespace MyThoughts.Benchmarks.Core;

/// <summary>
/// Asks a port before anything of ours is started there. Somebody who answers already would be measured in our stead: a bind would
/// not tell, for HAProxy shares its port with whoever had it before.
/// </summary>
internal static class CleanPort
{
    /// <exception cref="VoidException">Somebody answers.</exception>
    public static async Task EnsureAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        }
        catch (SocketException)
        {
            return;
        }
        throw new VoidException($"port {port} answers before anything was started on it.");
    }
}
