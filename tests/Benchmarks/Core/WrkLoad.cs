using System.Diagnostics;

namespace MyThoughts.Benchmarks.Core;

/// <summary>Runs <c>wrk</c> against an address. Nobody waits between requests, so a latency here is one under full load.</summary>
/// <param name="Address">Where.</param>
/// <param name="Right">What a right answer is.</param>
internal sealed record WrkLoad(Uri Address, RightAnswer Right) : ILoad
{
    /// <summary>Headers that every request has.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Cookie headers that requests have in turn: people who differ.</summary>
    public IReadOnlyList<string> Cookies { get; init; } = [];

    /// <summary>Paths that are asked for in turn, instead of the address' own.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public int Connections { get; init; } = 64;

    public async Task<LoadResult> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bench-wrk-");
        try
        {
            var program = Programs.Find("wrk") ?? throw new VoidException("wrk is not installed: it makes the load.");
            return WrkOutput.Read(await Programs.RunAsync(new ProcessStartInfo(program, await ArgumentsAsync(folder.FullName, time, cancellationToken)), cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // One thread leaves the rest of the machine to what is measured.
    private async Task<string[]> ArgumentsAsync(string folder, TimeSpan time, CancellationToken cancellationToken) =>
    [
        "--threads", "1", "--connections", $"{Connections}", "--duration", $"{time.TotalSeconds:0}s", "--timeout", "10s",
        "--script", Path.Combine(AppContext.BaseDirectory, "Core", "check.lua"),
        .. Headers.SelectMany(header => (string[])["--header", $"{header.Key}: {header.Value}"]), Address.AbsoluteUri, "--",
        "status", $"{RightAnswer.Status}", .. await FilesAsync(folder, cancellationToken),
    ];

    // Files, because a body may hold anything and be longer than a command line.
    private async Task<List<string>> FilesAsync(string folder, CancellationToken cancellationToken)
    {
        var arguments = new List<string>();
        foreach (var (index, body) in Right.Bodies.Index())
        {
            await File.WriteAllBytesAsync(Named("body", index), body, cancellationToken);
        }
        if (Right.Marker.Length > 0) await File.WriteAllTextAsync(Named("marker"), Right.Marker, cancellationToken);
        if (Cookies.Count > 0) await File.WriteAllLinesAsync(Named("cookies"), Cookies, cancellationToken);
        if (Paths.Count > 0) await File.WriteAllLinesAsync(Named("paths"), Paths, cancellationToken);
        return arguments;

        string Named(string name, int index = 0)
        {
            var file = Path.Combine(folder, $"{name}-{index}");
            arguments.AddRange([name, file]);
            return file;
        }
    }
}
