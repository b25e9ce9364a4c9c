using System.Globalization;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Database.Embedded;

// The server of one cluster folder: made, started, found running, stopped. To be used under the start lock.
internal sealed class PostgresServer(string binaries, ClusterFolder folder, string administratorPassword)
{
    public const string Administrator = "administrator";
    private const int MaximumLogBytes = 10_000_000;
    private const int Attempts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task InitializeAsync(IReadOnlyDictionary<string, string> settings)
    {
        if (Directory.Exists(folder.Data)) return;
        var draft = folder.Data + ".new";   // renamed when complete, so that an interrupted initdb leaves nothing half made
        var passwordFile = Path.Combine(folder.Cluster, "initial-password");
        Directory.CreateDirectory(folder.Cluster);
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        PrivateFile.Write(passwordFile, administratorPassword);
        await PostgresProgram.GiveToUserAsync(folder.Cluster);
        var result = await PostgresProgram.RunAsync(Path.Combine(binaries, "initdb"), folder.Cluster, [
            "-D", draft, "--encoding=UTF8", .. Locale, "--auth=scram-sha-256", $"--username={Administrator}",
            $"--pwfile={passwordFile}", "--no-instructions"]);
        File.Delete(passwordFile);
        if (!result.Succeeded) throw new SettingException($"initdb could not make a cluster in {folder.Cluster}: {LastLine(result.Output)}");
        File.AppendAllLines(Path.Combine(draft, "postgresql.conf"), settings.Select(setting => $"{setting.Key} = '{setting.Value}'"));
        Directory.Move(draft, folder.Data);
    }

    // Windows has no locale of that name in its C library, but since version 17 PostgreSQL brings one.
    private static string[] Locale =>
        OperatingSystem.IsWindows() ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : ["--locale=C.UTF-8"];

    public async Task<int> EnsureRunningAsync(CancellationToken cancellationToken)
    {
        if (new FileInfo(folder.Log) is { Exists: true, Length: > MaximumLogBytes } log) log.Delete();
        var logged = File.Exists(folder.Log) ? new FileInfo(folder.Log).Length : 0;
        var failures = 0;
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(250, cancellationToken))
        {
            switch (await RunningServer.ProbeAsync(folder, administratorPassword, cancellationToken))
            {
                case { Answers: true, Port: var port }: return port;
                case { IsBusy: true }: continue;
            }

            var chosen = LoopbackPort.Choose(folder.Port);
            if ((await StartAsync(chosen)).Succeeded) return chosen;
            if (++failures == Attempts) break;   // fewer may be a port taken in between, or backends that outlive a killed server
        }

        throw new SettingException($"PostgreSQL did not start: {LastLogged(logged)} See {folder.Log}; to begin anew, delete {folder.Cluster}.");
    }

    public Task StopAsync() => Control("stop", "-m", "fast", "-w", "-t", "60");

    // pg_ctl makes the server a session of its own: a Ctrl+C in the terminal does not reach it.
    private Task<ProgramResult> StartAsync(int port) =>
        Control("start", "-w", "-t", "60", "-l", folder.Log, "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port}"));

    private Task<ProgramResult> Control(string action, params IEnumerable<string> arguments) =>
        PostgresProgram.RunAsync(Path.Combine(binaries, "pg_ctl"), folder.Cluster, [action, "-s", "-D", folder.Data, .. arguments]);

    // What the log says since then: the reason is its last FATAL line.
    private string LastLogged(long since)
    {
        if (!File.Exists(folder.Log)) return "it gave no reason.";
        using var log = new FileStream(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(since, log.Length);
        var lines = new StreamReader(log).ReadToEnd().Split('\n');
        return lines.LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal)) is { } fatal
            ? fatal[fatal.IndexOf("FATAL:", StringComparison.Ordinal)..] + "."
            : "it gave no reason.";
    }

    private static string LastLine(string output) => output.Split('\n')[^1].Trim();
}
