using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MyThoughts.Chassis.Database.Embedded;

internal static class LoopbackPort
{
    public const string Address = "127.0.0.1";

    // Hosts that outlive a restart of the server find it again: it returns to the port that the file remembers, which lies
    // below the range that systems use for outgoing connections, so that no client's socket takes it in the meantime.
    public static int Choose(string file)
    {
        if (File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var remembered) && IsFree(remembered)) return remembered;
        int port;
        do port = Random.Shared.Next(20_000, 32_000); while (!IsFree(port));
        File.WriteAllText(file, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
