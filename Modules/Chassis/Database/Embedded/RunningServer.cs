using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace MyThoughts.Chassis.Database.Embedded;

// What postmaster.pid says about a running server, and whether to believe it: after a SIGKILL the file stays, and its
// process id may belong to somebody else by now.
internal sealed record RunningServer(bool Answers, bool IsBusy, int Port)
{
    private static readonly RunningServer None = new(false, false, 0);

    public static async Task<RunningServer> ProbeAsync(ClusterFolder folder, string administratorPassword, CancellationToken cancellationToken)
    {
        if (Read(folder.ProcessId) is not { } file) return None;
        var (processId, port) = file;
        if (port > 0 && await AnswersAsync(port, administratorPassword, cancellationToken)) return new(true, false, port);
        switch (NameOf(processId))
        {
            case "postgres": return new(false, true, port);   // starting or stopping
            case null: return None;                           // dead: PostgreSQL itself steps over such a file
            default:
                File.Delete(folder.ProcessId);                // here it would not: it sees a living process
                return None;
        }
    }

    private static (int ProcessId, int Port)? Read(string path)
    {
        try
        {
            // Process id, data folder, start time, port; the server writes it line by line.
            var lines = File.ReadAllLines(path);
            return lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var processId)
                ? (processId, lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port) ? port : 0)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    // Our generated password is the proof that it is our server and not another one on the same port.
    private static async Task<bool> AnswersAsync(int port, string password, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = LoopbackPort.Address, Port = port, Database = "postgres", Username = PostgresServer.Administrator, Password = password,
            Pooling = false, Timeout = 5,
        }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string? NameOf(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
