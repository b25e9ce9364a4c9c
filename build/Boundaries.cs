using System.Diagnostics;

/// <summary>Checks the boundaries of the modules with tests/BoundaryCheck.</summary>
internal static class Boundaries
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        await Build.EverythingAsync(stop);
        var check = Repository.InRoot($"tests/BoundaryCheck/bin/{Repository.Configuration}/net10.0/MyThoughts.BoundaryCheck.dll");
        return await Command.ExitCodeAsync(new ProcessStartInfo("dotnet", [check, "--root", Repository.Root, .. arguments]), stop);
    }
}
