using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;
using Npgsql;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>The read model is built anew from the feed's start, by the verb that operators call, while people search.</summary>
[Category(Claim.Category), Category("rebuild")]
internal sealed partial class RebuildTests
{
    private const long MostMemory = 300L * 1024 * 1024;
    private const int People = 2;
    private static readonly int Thoughts = Claim.Size(5_000, 1_000_000);

    [Test]
    public async Task A_rebuild_streams_in_bounded_memory_and_searches_go_on_meanwhile()
    {
        var system = await Hosts.StartedAsync();
        await Archive.FillAsync(system.Database.Administrator, Thoughts);
        var hosts = new[] { system.Service("search"), system.Monolith };
        var searches = new List<TimeSpan>();
        var peak = 0L;

        var watch = Stopwatch.StartNew();
        var verb = await system.RunVerbAsync("search", async verb =>
        {
            var searching = Enumerable.Range(0, People).Select(person => SearchAsync(hosts[person], person, () => verb.HasExited, searches)).ToList();
            peak = await PeakAsync(verb);
            await Task.WhenAll(searching);
        }, "reindex");
        watch.Stop();

        verb.ExitCode.Should().Be(0, "it wrote: {0}", verb.Output);
        ProgressLine().IsMatch(verb.Output).Should().BeTrue("rows, rate and time left are told, but: {0}", verb.Output);
        await ShouldBeRebuiltAsync(system.Database.Administrator);
        peak.Should().BeLessThan(MostMemory);
        foreach (var host in hosts) Peak(host).Should().BeLessThan(MostMemory, "of {0}", host.Name);
        Claim.Holds(
            $"A rebuild of {Thoughts:N0} thoughts while people search, under 300 MB",
            $"{watch.Elapsed.TotalSeconds:0} s, peak {Megabytes(peak)} of the verb, {Megabytes(Peak(hosts[0]))} of the service, {Megabytes(Peak(hosts[1]))} of the monolith; "
            + $"{searches.Count} searches meanwhile, each found its thought, the slowest in {searches.Max().TotalMilliseconds:0} ms");
    }

    // Each looks for one thought after the other and must find that one, and no other.
    private static async Task SearchAsync(HostProcess host, int person, Func<bool> isOver, List<TimeSpan> searches)
    {
        var random = new Random(person);
        using var client = new HttpClient { BaseAddress = host.Addresses.Public };
        do
        {
            var number = random.Next(1, Thoughts + 1);
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri($"/api/search/?q={Archive.Word(number)}", UriKind.Relative));
            var took = Stopwatch.GetElapsedTime(start);
            answer.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
            using var found = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
            found.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("text").GetString())
                .Should().ContainSingle("of number {0}", number).Which.Should().StartWith($"Number {number} says ");
            lock (searches) searches.Add(took);
        }
        while (!isOver());
    }

    private static async Task ShouldBeRebuiltAsync(string administrator)
    {
        await using var connection = new NpgsqlConnection(administrator);
        var (posted, found, generations) = await connection.QuerySingleAsync<(long, long, long)>("""
            SELECT (SELECT count(*) FROM thoughts.thought WHERE text IS NOT NULL), count(*), count(DISTINCT generation) FROM search.thought
            """);
        found.Should().Be(posted);
        generations.Should().Be(1, "every row was seen by this rebuild");
        (await connection.QuerySingleAsync<bool>("SELECT rebuilding FROM search.cursor WHERE feed = 'thoughts'")).Should().BeFalse();
    }

    private static async Task<long> PeakAsync(HostProcess host)
    {
        var peak = 0L;
        while (!host.HasExited)
        {
            peak = Math.Max(peak, Peak(host));
            await Task.Delay(50);
        }
        return peak;
    }

    // None of a process that has just ended.
    private static long Peak(HostProcess host)
    {
        try
        {
            using var process = Process.GetProcessById(host.Id);
            return process.PeakWorkingSet64;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static string Megabytes(long bytes) => $"{bytes / 1024 / 1024} MB";

    [GeneratedRegex(@"^search from thoughts: ([\d,]+) of [\d,]+ rows, [\d,]+ a second, 00:00:00 left, done\r?$", RegexOptions.Multiline)]
    private static partial Regex ProgressLine();
}
