using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;
using Npgsql;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>What an operator sees of the feeds, and does about them: the verb of a host, and its metrics.</summary>
internal sealed class OperatorTests
{
    private SystemUnderTest system = null!;
    private NpgsqlConnection administrator = null!;

    [SetUp]
    public async Task Start()
    {
        system = await Hosts.StartedAsync();
        administrator = new(system.Database.Administrator + ";Pooling=false");
        await administrator.OpenAsync();
    }

    [TearDown]
    public async Task Stop() => await administrator.DisposeAsync();

    [Test]
    public async Task A_change_that_cannot_be_applied_is_shown_and_applied_later_in_its_present_state()
    {
        await administrator.ExecuteAsync("ALTER TABLE search.thought ADD CONSTRAINT no_poison CHECK (text NOT LIKE '%poison%') NOT VALID");
        var (kept, deleted) = (await PostAsync("poisoned, and mended later"), await PostAsync("poisoned, and deleted meanwhile"));
        var after = await PostAsync("as wholesome as a thought can be");
        await UntilFoundAsync("wholesome", after);
        await UntilMetricAsync(Applying, "feed_parked", "reader=\"search\"", value => value == 2);

        var list = await RunAsync("feed");
        list.Should().MatchRegex(@"feed of thoughts: [\d,]+ rows, last change 1\.\d+\.\d+").And.MatchRegex(@"(?m)^  read by search@[0-9a-f]{8}: (up to date|[\d,]+ changes behind), asked last at \d{4}-.*Z");
        list.Should().MatchRegex(@"(?m)^search follows thoughts: at 1\.\d+\.\d+, 2 parked").And.MatchRegex(@"(?m)^search follows users: at .*, 0 parked");
        list.Should().MatchRegex($@"(?m)^  {kept}: tried 3 times until .*Z: .*violates check constraint ""no_poison""");
        (await RunAsync("feed", "replay", $"{kept}")).Should().Contain($"search from thoughts, {kept}: still cannot be applied: ");

        await administrator.ExecuteAsync("ALTER TABLE search.thought DROP CONSTRAINT no_poison");
        await administrator.ExecuteAsync("UPDATE thoughts.thought SET text = NULL WHERE id = @deleted", new { deleted });   // the feed has not told it yet
        var replay = await RunAsync("feed", "replay");
        replay.Should().Contain($"search from thoughts, {kept}: applied in its present state").And.Contain($"search from thoughts, {deleted}: applied in its present state");
        await UntilFoundAsync("poisoned", kept);
        (await RunAsync("feed", "replay")).Should().Contain("Nothing is parked.");
    }

    [Test]
    public async Task A_number_that_is_none_is_said_in_one_line()
    {
        var verb = await system.RunVerbAsync("search", _ => Task.CompletedTask, "feed", "replay", "all");
        verb.ExitCode.Should().Be(1);
        verb.Output.Should().Contain("'all' is no number of a change. Example: feed replay 42").And.NotContain("   at ");
    }

    [Test]
    public async Task Lag_and_the_age_of_the_horizon_are_metrics_of_whoever_has_the_feed()
    {
        await administrator.ExecuteAsync("CREATE TABLE IF NOT EXISTS public.held (at timestamptz)");
        await using (var open = await administrator.BeginTransactionAsync())
        {
            await administrator.ExecuteAsync("INSERT INTO public.held VALUES (now())", transaction: open);
            await PostAsync("held back");
            foreach (var host in new[] { system.Service("thoughts"), system.Monolith })
            {
                await UntilMetricAsync([host], "feed_horizon_age_seconds", "feed=\"thoughts\"", value => value > 0);
                await UntilMetricAsync([host], "feed_reader_lag_seconds", "feed=\"thoughts\",reader=\"search\"", value => value > 0);
            }
        }
        await UntilMetricAsync([system.Service("thoughts")], "feed_reader_lag_seconds", "feed=\"thoughts\",reader=\"search\"", value => value == 0);
        await UntilMetricAsync([system.Service("users")], "feed_reader_lag_seconds", "feed=\"users\",reader=\"thoughts\"", value => value == 0);
        await UntilMetricAsync(Applying, "feed_applied_total", "feed=\"thoughts\",reader=\"search\"", value => value > 0);
    }

    // Whichever of them was faster.
    private HostProcess[] Applying => [system.Monolith, system.Service("search")];

    private async Task<long> PostAsync(string text)
    {
        await using var writer = new NpgsqlConnection(system.Database.ConnectionString("thoughts"));
        return await writer.QuerySingleAsync<long>("INSERT INTO thoughts.thought (username, text, posted_at) VALUES ('operator', @text, now()) RETURNING id", new { text });
    }

    private async Task<string> RunAsync(params string[] words)
    {
        var verb = await system.RunVerbAsync("search", _ => Task.CompletedTask, words);
        verb.Output.Should().NotContain("   at ", "a stack trace mends nothing");
        return verb.Output;
    }

    private async Task UntilFoundAsync(string text, params long[] ids)
    {
        using var client = new HttpClient { BaseAddress = system.Service("search").Addresses.Public };
        await Eventually.HoldsAsync(async () =>
        {
            using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/search/?q={text}", UriKind.Relative)));
            return answer.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()).SequenceEqual(ids);
        }, $"a search for '{text}' finds {string.Join(", ", ids)}");
    }

    private static async Task UntilMetricAsync(HostProcess[] hosts, string name, string labels, Func<double, bool> isIt)
    {
        List<double> values = [];
        await Eventually.HoldsAsync(async () =>
        {
            values = [];
            foreach (var host in hosts)
            {
                using var client = new HttpClient { BaseAddress = host.Addresses.Internal };
                var found = Regex.Matches(await client.GetStringAsync(new Uri("/metrics", UriKind.Relative)), $@"(?m)^{name}\{{[^}}]*{labels}[^}}]*\}} (?<value>\S+)$");
                values.AddRange(found.Select(match => double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)));
            }
            return values.Exists(value => isIt(value));
        }, $"{name} is as expected", instead: () => string.Join(", ", values));
    }
}
