using MyThoughts.Support.Hosts;

/// <summary>Shows what the hosts write: their warnings and errors, or everything.</summary>
internal sealed class HostOutput(bool everything)
{
    private static readonly string[] Notable = ["warn:", "fail:", "crit:"];

    private readonly int width = Repository.Hosts.Max(host => host.Name.Length);
    private readonly RecentLines heldBack = new();
    private volatile bool isStarting = true;

    public void Write(HostLine line)
    {
        if (!everything && !line.IsError && !Notable.Any(level => line.Text.StartsWith(level, StringComparison.Ordinal))) return;
        var text = $"{line.Host.PadRight(width)} | {line.Text}";
        // Until all are up, hosts warn that the others are not; what stops one comes on standard error.
        if (isStarting && !everything && !line.IsError) heldBack.Add(text);
        else Console.WriteLine(text);
    }

    public void Started() => isStarting = false;

    public void ShowHeldBack()
    {
        if (isStarting) Console.WriteLine(heldBack);
    }
}
