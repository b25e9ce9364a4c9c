using System.Diagnostics;
using System.Net;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Start;

/// <summary>Starts a host, again and again, and takes the time from the start of the process to its first page.</summary>
/// <param name="Start">What to start; its ports are free whenever it is not running.</param>
internal sealed record FirstAnswer(HostStart Start) : ILoad
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public async Task<LoadResult> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var watch = Stopwatch.StartNew();
        do times.Add(await MillisecondsAsync(cancellationToken));
        while (watch.Elapsed < time);
        return new(times.Count, times.Sum() / 1000, Series.Median(times), times.Max(), 0);
    }

    private async Task<double> MillisecondsAsync(CancellationToken cancellationToken)
    {
        await CleanPort.EnsureAsync(Start.Addresses.Ports.Public, cancellationToken);
        // Connections are refused until it listens, and the time for that is part of what people wait for.
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Start.Addresses.Public };
        var watch = Stopwatch.StartNew();
        await using var host = HostProcess.Start(Start);
        while (!await AnswersAsync(client, cancellationToken))
        {
            if (host.HasExited || watch.Elapsed > Longest) throw new VoidException($"{Path.GetFileName(Start.Assembly)} does not start: {host.Output}");
            await Task.Delay(Pause, cancellationToken);
        }
        return watch.Elapsed.TotalMilliseconds;
    }

    // The page of everybody's thoughts: routing, Razor and the database, as the first visitor meets them.
    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("search", UriKind.Relative), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK
                && (await answer.Content.ReadAsStringAsync(cancellationToken)).Contains("MyThoughts", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
