using MyThoughts.Support.Hosts;

/// <summary>Runs the whole system on this machine until Ctrl+C.</summary>
internal static class Up
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);

    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        RefuseTakenPorts();
        await Prerequisite.EnsureAsync(stop, Prerequisite.PostgreSql);
        await Build.HostsAsync(stop);
        using var parent = ParentProcess.StopWithIt(stop);
        var output = new HostOutput(everything: arguments.Contains("--logs"));
        var hosts = new List<HostProcess>();
        try
        {
            hosts.AddRange(Repository.Hosts.Select(host => HostProcess.Start(StartOf(host), output.Write)));
            await WaitUntilReadyAsync(hosts, parent.Token);
            output.Started();
            Addresses.Print();
            await Task.WhenAll(hosts.Select(host => ReportEndAsync(host, parent.Token)));
        }
        catch (OperationCanceledException) when (parent.IsCancellationRequested)
        {
            Console.WriteLine("Stopping…");
        }
        catch (HostFailedException)
        {
            output.ShowHeldBack();
            throw;
        }
        finally
        {
            await StopAsync(hosts);
        }
        return 0;
    }

    private static HostStart StartOf(HostProject host) => new(
        host.Name, host.BuiltAssembly(Repository.Root, Repository.Configuration), new HostAddresses(host.Ports),
        new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging:Console:FormatterName"] = "simple",
            ["Logging:Console:FormatterOptions:SingleLine"] = "true",
            ["Logging:Console:FormatterOptions:ColorBehavior"] = "Disabled",
            // Nobody in front of these hosts waits for them to say that they are leaving.
            ["Shutdown:Drain"] = "00:00:00",
        });

    private static void RefuseTakenPorts()
    {
        foreach (var host in Repository.Hosts)
            foreach (var (name, port) in HostAddresses.Numbers(host.Ports))
                if (!HostAddresses.IsFree(port))
                    throw new TaskFailedException(
                        $"port {port} ({host.Name}, {name.ToLowerInvariant()}) is taken. Stop the program that listens there: `{WhoListens(port)}` names it.");
    }

    private static string WhoListens(int port) => OperatingSystem.IsWindows() ? $"netstat -abno | findstr :{port}" : $"lsof -nP -iTCP:{port} -sTCP:LISTEN";

    private static async Task WaitUntilReadyAsync(IReadOnlyList<HostProcess> hosts, CancellationToken stop)
    {
        Console.WriteLine("Starting…");
        using var firstFailure = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var waits = hosts.Select(host => host.WaitUntilReadyAsync(LongestStart, firstFailure.Token)).ToList();
        while (waits.Count > 0)
        {
            var done = await Task.WhenAny(waits);
            waits.Remove(done);
            if (!done.IsCompletedSuccessfully) await firstFailure.CancelAsync();
            await done;
        }
    }

    // One that ends later does not end the others: stopping a host on purpose and watching the gateway is what people do here.
    private static async Task ReportEndAsync(HostProcess host, CancellationToken stop)
    {
        await host.WaitForExitAsync(stop);
        Console.WriteLine($"{host.Name} ended with exit code {host.ExitCode}; the others go on. Ctrl+C stops them.");
    }

    private static async Task StopAsync(List<HostProcess> hosts)
    {
        // The gateway first: while it finishes its requests, the hosts behind it must still answer.
        foreach (var gateway in hosts.Where(host => host.Name == "gateway")) await gateway.DisposeAsync();
        await Task.WhenAll(hosts.Where(host => host.Name != "gateway").Select(host => host.DisposeAsync().AsTask()));
    }
}
