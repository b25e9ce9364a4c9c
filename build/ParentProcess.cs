using System.Runtime.InteropServices;

/// <summary>Notices that <c>dotnet run</c>, which started us, is gone: killed, it cannot pass a signal on.</summary>
internal static class ParentProcess
{
    public static CancellationTokenSource StopWithIt(CancellationToken stop)
    {
        var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (!OperatingSystem.IsWindows()) _ = WatchAsync(either);
        return either;
    }

    private static async Task WatchAsync(CancellationTokenSource either)
    {
        var parent = ParentId();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!either.IsCancellationRequested && ParentId() == parent) await timer.WaitForNextTickAsync(CancellationToken.None);
        if (!either.IsCancellationRequested) await either.CancelAsync();
    }

    [DllImport("libc", EntryPoint = "getppid")]
    private static extern int ParentId();
}
