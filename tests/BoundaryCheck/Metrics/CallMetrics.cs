using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.BoundaryCheck.Metrics;

/// <summary>What hosts have measured of the calls between modules.</summary>
/// <param name="Calls">By module, member and mode.</param>
/// <param name="NotChecked">The hosts that said nothing, and why.</param>
internal sealed record CallMetrics(IReadOnlyList<MeasuredCalls> Calls, IReadOnlyList<NotChecked> NotChecked)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int MostBytes = 50_000_000;

    /// <summary>Reads the metrics of hosts.</summary>
    /// <param name="sources">Files of Prometheus text, or the addresses at which hosts serve it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the hosts said; one line for each that said nothing of use.</returns>
    public static async Task<CallMetrics> ReadAsync(IEnumerable<string> sources, CancellationToken cancellationToken)
    {
        var samples = new List<Sample>();
        var problems = new List<NotChecked>();
        foreach (var source in sources)
        {
            var (read, problem) = await ReadAsync(source, cancellationToken);
            samples.AddRange(read);
            if (problem is not null) problems.Add(new("calls and latency at run time", $"{source} {problem}", []));
        }
        return new(MeasuredCalls.Of(samples), problems);
    }

    private static async Task<(IReadOnlyList<Sample> Samples, string? Problem)> ReadAsync(string source, CancellationToken cancellationToken)
    {
        try
        {
            var samples = PrometheusText.Parse(await TextOfAsync(source, cancellationToken), out var badLine);
            return samples is null ? ([], $"is no Prometheus text: see its line {badLine}")
                : samples.Any(sample => sample.Name == Convention.Metric + "_count") ? (samples, null)
                : ([], $"has no {Convention.Metric}: nothing was called yet, or the host does not measure it");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or HttpRequestException or NotSupportedException)
        {
            return ([], $"can't be read: {problem.Message.Split('\n')[0]}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ([], $"did not answer within {Patience.TotalSeconds:0} s");
        }
    }

    private static async Task<string> TextOfAsync(string source, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return await File.ReadAllTextAsync(source, cancellationToken);
        using var client = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
        return await client.GetStringAsync(address, cancellationToken);
    }
}
