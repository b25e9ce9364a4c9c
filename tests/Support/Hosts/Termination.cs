using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MyThoughts.Support.Hosts;

/// <summary>Asks a process to end, which .NET itself cannot.</summary>
internal static class Termination
{
    private const int Terminate = 15;

    /// <summary>Sends SIGTERM. Windows has none.</summary>
    public static void Ask(Process process)
    {
        if (!OperatingSystem.IsWindows()) _ = Signal(process.Id, Terminate);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
