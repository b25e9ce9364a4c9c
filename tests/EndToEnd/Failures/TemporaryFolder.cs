using System.Globalization;
using System.Net.Sockets;

namespace MyThoughts.EndToEnd.Tests.Failures;

/// <summary>A data folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mythoughts-start-").FullName;

    /// <summary>Whether an embedded server that was started in it still answers.</summary>
    public bool HasPostgres()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "port", SearchOption.AllDirectories))
        {
            using var client = new TcpClient();
            try
            {
                client.Connect("127.0.0.1", int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));
                return true;
            }
            catch (SocketException)
            {
                // Nobody is there.
            }
        }
        return false;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
