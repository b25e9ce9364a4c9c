using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Core;

/// <summary>Where the programs are, and how long to measure.</summary>
/// <param name="Published">The folder with the published hosts, each in a folder of its name, and the programs they are compared with.</param>
/// <param name="Artifacts">The folder for what is kept between runs.</param>
/// <param name="Pace">How long and how often.</param>
internal sealed record Workbench(string Published, string Artifacts, Pace Pace)
{
    /// <summary>A published host's program.</summary>
    public string Host(HostProject host) => Path.Combine(Published, host.Name, host.AssemblyName + ".dll");

    /// <summary>The program of something that hosts are compared with.</summary>
    public string Peer(string name) => Path.Combine(Published, $"bench-{name}", $"MyThoughts.Benchmarks.{name}.dll");
}
