using MyThoughts.Support.Hosts;

/// <summary>Shows what the hosts write: their warnings and errors, or everything.</summary>
internal sealed class HostOutput(bool everything)
{
    private static readonly string[] Notable = ["warn:", "fail:", "crit:"];

    private readonly int width = Repository.Hosts.Max(host => host.Name.Length);

    public void Write(HostLine line)
    {
        if (!everything && !line.IsError && !Notable.Any(level => line.Text.StartsWith(level, StringComparison.Ordinal))) return;
        Console.WriteLine($"{line.Host.PadRight(width)} | {line.Text}");
    }
}
