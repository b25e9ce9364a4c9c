using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Search.Tests.Seeding;

/// <summary>The verb <c>seed</c> with a size: thoughts, read models and indexes, as if they had been posted one by one.</summary>
[Category(Claim.Category), Category("seed"), NonParallelizable]
internal sealed partial class SeedTests
{
    private const int FewestASecond = 15_000;
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromSeconds(5);
    private static readonly int Thoughts = Claim.Size(4_000, 1_000_000);
    private static readonly int People = Claim.Size(100, 5_000);

    private const string Differences = """
        SELECT count(*) FROM (
            (SELECT id, username, text, posted_at FROM thoughts.thought EXCEPT ALL SELECT id, username, text, posted_at FROM search.thought)
            UNION ALL
            (SELECT id, username, text, posted_at FROM search.thought EXCEPT ALL SELECT id, username, text, posted_at FROM thoughts.thought)) AS difference
        """;

    [Test]
    public async Task All_is_there_and_indexed_when_the_seed_ends_and_no_feed_was_held_back()
    {
        await using var seed = await SeedVerb.CreateAsync();
        (await seed.RunAsync("migrate")).ExitCode.Should().Be(0);
        await using var connection = new NpgsqlConnection(seed.Database.Administrator);
        var indexes = await IndexesAsync(connection);

        await using var watch = new TransactionWatch(seed.Database.Administrator);
        var verb = await seed.RunAsync("seed", "--thoughts", $"{Thoughts}", "--users", $"{People}", "--seed", "1");

        verb.ExitCode.Should().Be(0, "it wrote: {0}", verb.Output);
        (await connection.QuerySingleAsync<long>("SELECT count(*) FROM thoughts.thought")).Should().Be(Thoughts);
        (await connection.QuerySingleAsync<long>("SELECT count(*) FROM users.account")).Should().Be(People + 2, "the people of the demo are there too");
        (await connection.QuerySingleAsync<long>(new CommandDefinition(Differences, commandTimeout: 600))).Should().Be(0);
        (await MentionsAsync(connection)).Should().Equal(await MentionsInTextsAsync(connection));
        (await IndexesAsync(connection)).Should().Equal(indexes);
        watch.Longest.Should().BeLessThan(LongestTransaction);
        var rate = Rate(verb.Output);
        var phases = string.Join("; ", Summaries().Matches(verb.Output).Select(line => line.Value));
        if (Claim.IsProof) rate.Should().BeGreaterThanOrEqualTo(FewestASecond, "it went like this: {0}", phases);
        Claim.Holds(
            $"Seeding {Thoughts:N0} thoughts, {FewestASecond:N0} a second or more with read model and every index, in transactions of at most 5 s",
            $"{rate:N0} a second, the longest transaction {watch.Longest.TotalSeconds:0.0} s. {phases}");
    }

    [Test]
    public async Task A_seed_that_was_stopped_and_killed_goes_on_to_the_same_end()
    {
        string[] arguments = ["seed", "--thoughts", "25000", "--users", "200", "--seed", "3"];
        await using var whole = await SeedVerb.CreateAsync();
        await using var broken = await SeedVerb.CreateAsync();
        (await whole.RunAsync(arguments)).ExitCode.Should().Be(0);

        var stopped = broken.Start(arguments);
        await stopped.WaitForLineAsync(line => line.StartsWith("writing users", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        await stopped.StopAsync();
        stopped.ExitCode.Should().Be(1);
        stopped.Output.Should().Contain("seed --thoughts 25000 --users 200 --seed 3");
        var killed = broken.Start(arguments);
        await killed.WaitForLineAsync(line => line.StartsWith("writing thoughts", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        await killed.KillAsync();
        var last = await broken.RunAsync(arguments);

        last.ExitCode.Should().Be(0, "it wrote: {0}", last.Output);
        (await ContentAsync(broken)).Should().Be(await ContentAsync(whole));
        (await broken.RunAsync(arguments)).ExitCode.Should().Be(0, "there is nothing left to do");
    }

    [Test]
    public async Task Another_seed_is_refused_in_one_line()
    {
        await using var seed = await SeedVerb.CreateAsync();
        (await seed.RunAsync("seed", "--thoughts", "50", "--users", "3")).ExitCode.Should().Be(0);

        var refused = await seed.RunAsync("seed", "--thoughts", "50", "--users", "3", "--seed", "2");

        refused.ExitCode.Should().Be(1);
        refused.Output.Trim().Split('\n').Should().ContainSingle().Which.Should().Contain("50 thoughts").And.Contain("clean");
    }

    private static async Task<string> ContentAsync(SeedVerb seed)
    {
        await using var connection = new NpgsqlConnection(seed.Database.Administrator);
        (await connection.QuerySingleAsync<long>(Differences)).Should().Be(0);
        return await connection.QuerySingleAsync<string>("SELECT md5(string_agg(concat_ws('|', username, text, posted_at), E'\n' ORDER BY id)) FROM thoughts.thought")
            + await connection.QuerySingleAsync<string>("SELECT md5(string_agg(concat_ws('|', username, username_key, created_at), E'\n' ORDER BY username)) FROM users.account WHERE username NOT IN ('bruce', 'stephen')")
            + string.Join('\n', await MentionsAsync(connection))
            + string.Join('\n', await IndexesAsync(connection));
    }

    private static async Task<List<string>> IndexesAsync(NpgsqlConnection connection) => [.. await connection.QueryAsync<string>("""
        SELECT pg_get_indexdef(indexrelid) || CASE WHEN indisvalid AND indisready THEN '' ELSE ' (not valid)' END
        FROM pg_index JOIN pg_class AS owner ON owner.oid = indrelid
        WHERE owner.relnamespace::regnamespace::text IN ('users', 'thoughts', 'search')
        ORDER BY 1
        """)];

    // The first thousands tell; at a million it would take longer than the seed.
    private static async Task<List<string>> MentionsAsync(NpgsqlConnection connection) =>
        [.. await connection.QueryAsync<string>("SELECT name_key || ' ' || thought_id FROM thoughts.mention WHERE thought_id < 10000 ORDER BY thought_id, name_key COLLATE \"C\"")];

    private static async Task<List<string>> MentionsInTextsAsync(NpgsqlConnection connection) =>
        [.. (await connection.QueryAsync<(long Id, string Text)>("SELECT id, text FROM thoughts.thought WHERE id < 10000 ORDER BY id"))
            .SelectMany(thought => Chassis.Pages.Mentions.In(thought.Text).Select(Users.Contracts.UsernameCase.Fold).Distinct().Order(StringComparer.Ordinal)
                .Select(name => $"{name} {thought.Id}"))];

    private static int Rate(string output) =>
        int.Parse(LastLine().Match(output).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"with every index, in [\d.]+ s: ([\d,]+) a second")]
    private static partial Regex LastLine();

    [GeneratedRegex(@"(writing|search following|thoughts following) thoughts: [\d,]+ in [\d.]+ s|index \S+: built in [\d.]+ s")]
    private static partial Regex Summaries();
}
