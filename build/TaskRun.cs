using System.Runtime.InteropServices;
using MyThoughts.Support.Hosts;

/// <summary>Runs the task that the command line names, and stops it on Ctrl+C or SIGTERM.</summary>
internal static class TaskRun
{
    private const int Interrupted = 130;
    private static readonly PosixSignal[] StopSignals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    public static async Task<int> StartAsync(BuildTask[] tasks, string[] arguments)
    {
        if (arguments is [])
        {
            List(tasks);
            return 0;
        }
        if (tasks.SingleOrDefault(task => task.Name == arguments[0]) is not { } task)
        {
            await Console.Error.WriteLineAsync($"There is no task '{arguments[0]}'. `dotnet run build.cs` lists the tasks.");
            return 1;
        }
        using var stop = new CancellationTokenSource();
        var signals = Array.ConvertAll(StopSignals, signal => PosixSignalRegistration.Create(signal, received =>
        {
            received.Cancel = true;   // the task cleans up and returns; the runtime must not end the process before
            stop.Cancel();
        }));
        try
        {
            return await RunAsync(task, arguments[1..], stop.Token);
        }
        finally
        {
            Array.ForEach(signals, signal => signal.Dispose());
        }
    }

    private static void List(BuildTask[] tasks)
    {
        Console.WriteLine("dotnet run build.cs <task>");
        var width = tasks.Max(task => task.Name.Length);
        foreach (var task in tasks) Console.WriteLine($"  {task.Name.PadRight(width)} {task.Purpose}");
    }

    private static async Task<int> RunAsync(BuildTask task, string[] arguments, CancellationToken stop)
    {
        try
        {
            return await task.RunAsync(arguments, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (TaskFailedException failure)
        {
            return await FailAsync(task, failure.Message);
        }
        catch (HostFailedException failure)
        {
            return await FailAsync(task, $"{failure.Problem} What it says about that stands above; `{task.Name} --logs` shows all that it writes.");
        }
    }

    private static async Task<int> FailAsync(BuildTask task, string problem)
    {
        await Console.Error.WriteLineAsync($"{task.Name}: {problem}");
        return 1;
    }
}
