using System.Diagnostics;

namespace MyThoughts.Support.Hosts;

/// <summary>A host that runs as a process of its own, as it does in production. It ends with this process, however that ends.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    // A host drains for as long as HostOptions.ShutdownTimeout, and the last one then waits for pg_ctl to stop PostgreSQL: 30 s and
    // 60 s. Killed before, it would leave the server behind.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(100);

    private readonly Process process;
    private readonly RecentLines output = new();
    private event Action<HostLine>? Wrote;

    private HostProcess(HostStart start, Action<HostLine>? onLine)
    {
        Name = start.Name;
        Addresses = start.Addresses;
        process = new Process { StartInfo = StartInfo(start) };
        Wrote += onLine;
        process.OutputDataReceived += (_, line) => Take(line.Data, isError: false);
        process.ErrorDataReceived += (_, line) => Take(line.Data, isError: true);
    }

    public string Name { get; }
    public HostAddresses Addresses { get; }
    public int Id { get; private set; }
    public bool HasExited => process.HasExited;
    public int ExitCode => process.ExitCode;

    /// <summary>The last lines it wrote.</summary>
    public string Output => output.ToString();

    public static HostProcess Start(HostStart start, Action<HostLine>? onLine = null)
    {
        if (!File.Exists(start.Assembly)) throw new HostFailedException($"{start.Name} is not built: there is no {start.Assembly}.", "");
        var host = new HostProcess(start, onLine);
        host.process.Start();
        host.Id = host.process.Id;
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Returns once the host says that it is ready, and throws with its last output when it ends or stays silent.</summary>
    public async Task WaitUntilReadyAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limit);
        using var client = new HttpClient { BaseAddress = Addresses.Public, Timeout = TimeSpan.FromSeconds(5) };
        while (!await HealthCheck.IsReadyAsync(client, timeout.Token))
        {
            if (process.HasExited) throw await FailedAsync($"{Name} ended with exit code {process.ExitCode} before it was ready.");
            if (timeout.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw await FailedAsync($"{Name} was not ready within {limit.TotalSeconds:0} s.");
            }
            await Task.Delay(100, CancellationToken.None);
        }
    }

    /// <summary>Returns when the host has written such a line, earlier or now, and throws when it does not within the limit.</summary>
    public async Task WaitForLineAsync(Func<string, bool> isIt, TimeSpan limit)
    {
        var next = NextLineAsync(isIt, limit);
        if (!output.Contain(isIt)) await next;
    }

    /// <summary>Returns when the host writes such a line from now on, and throws when it does not within the limit.</summary>
    public async Task NextLineAsync(Func<string, bool> isIt, TimeSpan limit)
    {
        var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Wrote += Look;
        try
        {
            await found.Task.WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            throw new HostFailedException($"{Name} did not write what was expected within {limit.TotalSeconds:0} s.", Output);
        }
        finally
        {
            Wrote -= Look;
        }

        void Look(HostLine line)
        {
            if (isIt(line.Text)) found.TrySetResult();
        }
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => process.WaitForExitAsync(cancellationToken);

    /// <summary>Asks the host to drain and end, and ends it when it does not.</summary>
    public async Task StopAsync()
    {
        AskToStop();
        using var timeout = new CancellationTokenSource(LongestStop);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    /// <summary>Ends the host without warning, as a crash would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
    }

    private void AskToStop()
    {
        if (process.HasExited) return;
        if (OperatingSystem.IsWindows()) process.StandardInput.Close();   // there is no SIGTERM; the host watches its input
        else Termination.Ask(process);
    }

    private static ProcessStartInfo StartInfo(HostStart start)
    {
        // A terminal sends Ctrl+C to everybody in it; the host must not hear it, because the gateway has to drain before the
        // others go. A signal that is ignored at the start of a program stays ignored.
        // A self-contained program brings its runtime along.
        string[] program = start.Assembly.EndsWith(".dll", StringComparison.Ordinal) ? [DotNet(), start.Assembly] : [start.Assembly];
        string[] command = OperatingSystem.IsWindows()
            ? program
            : ["/bin/sh", "-c", $"trap '' INT QUIT HUP; exec \"$@\"{(start.IsSilent ? " > /dev/null" : "")}", "sh", .. WithDottedNames(start), .. program];
        var info = new ProcessStartInfo(command[0], [.. command[1..], .. start.Arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(start.Assembly)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows()) info.CreateNewProcessGroup = true;   // the same for Windows
        // Our end of its input closes when this process ends, even by SIGKILL, and then the host ends too.
        info.Environment["Lifetime__WatchStandardInput"] = "true";
        foreach (var (name, value) in start.Environment) info.Environment[name] = value;
        return info;
    }

    // A shell passes on no variable whose name it could not write, such as the log level of MyThoughts.Requests.
    private static string[] WithDottedNames(HostStart start)
    {
        string[] dotted = [.. start.Environment.Where(setting => setting.Key.Contains('.')).Select(setting => $"{setting.Key}={setting.Value}")];
        return dotted.Length == 0 ? [] : ["env", .. dotted];
    }

    private static string DotNet() => System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private void Take(string? line, bool isError)
    {
        if (line is null) return;
        output.Add(line);
        Wrote?.Invoke(new(Name, line, isError));
    }

    private async Task<HostFailedException> FailedAsync(string problem)
    {
        await StopAsync();
        return new(problem, Output);
    }
}
