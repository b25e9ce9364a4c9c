using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;
using MyThoughts.Support.Hosts;
using Npgsql;

namespace MyThoughts.Benchmarks.Feed;

/// <summary>Clients who post by HTTP, one thought after another. The time ends when everything can be found, where there is a search.</summary>
/// <param name="Monolith">Where.</param>
/// <param name="Reader">As whom.</param>
/// <param name="Administrator">The administrator's connection string, to look how far search is; null where there is none.</param>
internal sealed record PostingLoad(HostProcess Monolith, Reader Reader, string? Administrator) : ILoad
{
    private const int Clients = 16;

    // The newest is not enough: changes may be applied in any order between two looks.
    private const string Missing = "SELECT (SELECT count(*) FROM thoughts.thought WHERE text IS NOT NULL) - (SELECT count(*) FROM search.thought)";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromMinutes(2);

    public async Task<LoadResult> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        using var client = Reader.ClientOf(Monolith);
        var watch = Stopwatch.StartNew();
        var posted = await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => PostAsync(client, number, watch, time, cancellationToken)));
        if (Administrator is not null) await CatchUpAsync(Administrator, cancellationToken);
        var times = posted.SelectMany(one => one.Times).Order().ToList();
        var failures = posted.SelectMany(one => one.Failures).ToList();
        return new(times.Count, watch.Elapsed.TotalSeconds, times[times.Count / 2], times[(int)(times.Count * 0.99)], failures.Count)
        {
            FirstFailure = failures.FirstOrDefault() ?? "",
        };
    }

    private static async Task<(List<double> Times, List<string> Failures)> PostAsync(
        HttpClient client, int number, Stopwatch watch, TimeSpan time, CancellationToken cancellationToken)
    {
        var (times, failures) = (new List<double>(), new List<string>());
        for (var count = 0; watch.Elapsed < time; count++)
        {
            var begun = watch.Elapsed;
            var text = string.Create(CultureInfo.InvariantCulture, $"client {number} posts thought {count} at {begun.Ticks}, and it is as long as most thoughts are, give or take a word");
            using var answer = await client.PostAsJsonAsync("api/me/thoughts/", new { text }, cancellationToken);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            times.Add((watch.Elapsed - begun).TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.Created || JsonDocument.Parse(body).RootElement.GetProperty("text").GetString() != text)
                failures.Add($"status {(int)answer.StatusCode}: {body}");
        }
        return (times, failures);
    }

    private static async Task CatchUpAsync(string administrator, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(administrator);
        for (var end = DateTime.UtcNow + LongestCatchUp; ; await Task.Delay(Pause, cancellationToken))
        {
            await using var command = source.CreateCommand(Missing);
            if ((long)(await command.ExecuteScalarAsync(cancellationToken))! == 0) return;
            if (DateTime.UtcNow > end) throw new VoidException("search does not catch up with what was posted.");
        }
    }
}
