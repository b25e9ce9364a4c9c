using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts.Tests.FollowThoughts;

/// <summary>Who is mentioned finds the thought, whoever posted it, whenever, on a host of whatever version.</summary>
internal sealed class MentionTests
{
    // What every version of the code has done so far to post a thought.
    private const string Insert = "INSERT INTO thoughts.thought (username, text, posted_at) VALUES (@username, @text, now())";

    private ThoughtsSide side = null!;

    [OneTimeSetUp]
    public async Task Start() => side = await ThoughtsSide.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await side.DisposeAsync();

    [Test]
    public async Task The_thoughts_that_mention_somebody_are_listed_in_both_orders_in_process_and_remotely()
    {
        foreach (var text in (string[])["@bruce, hello", "no @bruces here", "mail@bruce.example", "@stephen: @BRUCE said so", "@bruce @bruce @bruce!"])
            await side.PostAsync(text, "stephen");
        await side.PostAsync("I am @Bruce", "bruce");
        string[] found = ["@bruce, hello", "@stephen: @BRUCE said so", "@bruce @bruce @bruce!", "I am @Bruce"];
        await UntilMentionsAreAsync("bruce", found);
        foreach (var thoughts in new[] { side.Thoughts, side.Remote })
        {
            (await TextsAsync(thoughts, new(Mentioning: "BRUCE"))).Should().Equal(found);
            (await TextsAsync(thoughts, new(Mentioning: "bruce", NewestFirst: true, Limit: 2))).Should().Equal(found[3], found[2]);
            (await TextsAsync(thoughts, new(Mentioning: "bruce", Username: "bruce"))).Should().Equal(found[3]);
            (await TextsAsync(thoughts, new(Mentioning: "nobody"))).Should().BeEmpty();
            (await TextsAsync(thoughts, new(Mentioning: "nul\0"))).Should().BeEmpty();
        }
    }

    [TestCase("Jos\u00E9", "@JOSE\u0301", "@jose")]
    [TestCase("Νίκος", "@ΝΊΚΟΣ", "@Νίκο")]
    // PostgreSQL's own lower() would make these two people one.
    [TestCase("ipek", "@IPEK", "@\u0130pek")]
    public async Task Names_are_compared_as_Users_does(string username, string mention, string other)
    {
        await side.PostAsync($"{other} and others");
        await side.PostAsync($"{mention}, hello");
        await UntilMentionsAreAsync(username, $"{mention}, hello");
    }

    [Test]
    public async Task What_hosts_of_an_earlier_version_post_is_found()
    {
        await PostAsBeforeAsync(side.Database, "stephen", "@carla, I am on the old side");
        await UntilMentionsAreAsync("carla", "@carla, I am on the old side");
    }

    [Test]
    public async Task What_was_posted_before_the_migration_is_found()
    {
        await using var database = await TestDatabase.CreateAsync(ThoughtsModule.Definition);
        await RunAsync(database, """
            DROP TABLE thoughts.mention;
            DELETE FROM thoughts.cursor WHERE feed = 'thoughts';
            DELETE FROM thoughts.migration WHERE number >= 5;
            """);
        await PostAsBeforeAsync(database, "stephen", "@bruce, nobody keeps mentions yet");
        await database.MigrateAsync(ThoughtsModule.Definition);
        await using var upgraded = await ThoughtsSide.StartAsync(database);
        await Eventually.HoldsAsync(
            async () => (await TextsAsync(upgraded.Thoughts, new(Mentioning: "bruce"))).SequenceEqual(["@bruce, nobody keeps mentions yet"]), "it is found");
    }

    [Test]
    public async Task A_deleted_thought_is_gone_at_once_and_soon_nothing_tells_whom_it_mentioned()
    {
        var thought = await side.PostAsync("@dora, soon gone", "stephen");
        await UntilMentionsAreAsync("dora", "@dora, soon gone");
        await side.Thoughts.DeleteAsync(new(thought.Id, "stephen"), CancellationToken.None);
        (await TextsAsync(side.Thoughts, new(Mentioning: "dora"))).Should().BeEmpty();
        await UntilKeptAsync("dora", 0);
    }

    [Test]
    public async Task What_a_deleted_author_wrote_is_gone_and_others_stay()
    {
        await side.PostAsync("@emil, from somebody who leaves", "Leaver");
        await side.PostAsync("@emil, from somebody who stays", "ann");
        side.Users.Delete("Leaver");
        await UntilMentionsAreAsync("emil", "@emil, from somebody who stays");
        await UntilKeptAsync("emil", 1);
    }

    [Test]
    public async Task Built_anew_mentions_are_those_that_there_are_and_no_others()
    {
        var thought = await side.PostAsync("@frida, hello");
        await UntilMentionsAreAsync("frida", "@frida, hello");
        await RunAsync(side.Database, $"""
            INSERT INTO thoughts.mention (name_key, thought_id, generation) VALUES ('gustav', {thought.Id}, 1);
            UPDATE thoughts.cursor SET model_version = 0 WHERE feed = 'thoughts';
            """);
        // The reader of this host waits for news and has not seen that yet; one that comes has.
        await using var next = await ThoughtsSide.StartAsync(side.Database);
        await UntilMentionsAreAsync("gustav");
        (await TextsAsync(side.Thoughts, new(Mentioning: "frida"))).Should().Equal("@frida, hello");
    }

    [Test]
    public async Task Who_says_how_far_they_have_written_finds_it_at_once()
    {
        await using var patient = await ThoughtsSide.StartAsync(clock: new PatientClock());
        foreach (var thoughts in new[] { patient.Thoughts, patient.Remote })
        {
            var posted = await thoughts.PostAsync(new("bruce", $"Note to @bruce through {thoughts.GetType().Name}"), CancellationToken.None);
            var written = new Chassis.Feeds.WrittenPosition(posted.Position!.Value, "bruce").ToString();
            (await TextsAsync(thoughts, new(Mentioning: "bruce", NewestFirst: true, Limit: 1, Written: written))).Should().Equal(posted.Thought!.Text);
        }
        (await TextsAsync(side.Thoughts, new(Mentioning: "nobody", Written: "nonsense"))).Should().BeEmpty();
    }

    private async Task UntilMentionsAreAsync(string username, params string[] texts)
    {
        List<string> found = [];
        await Eventually.HoldsAsync(
            async () => (found = await TextsAsync(side.Thoughts, new(Mentioning: username))).SequenceEqual(texts),
            $"{username} is mentioned in {string.Join(", ", texts)}", instead: () => string.Join(", ", found));
    }

    private async Task UntilKeptAsync(string name, int count) => await Eventually.HoldsAsync(
        async () => await side.AskAsync<long>($"SELECT count(*) FROM thoughts.mention WHERE name_key = '{name}'") == count, $"{count} mentions of {name} are kept");

    private static async Task<List<string>> TextsAsync(IThoughts thoughts, ListThoughts query) =>
        await thoughts.ListAsync(query, CancellationToken.None).Select(thought => thought.Text).ToListAsync();

    private static async Task PostAsBeforeAsync(TestDatabase database, string username, string text)
    {
        await using var source = database.DataSource(ThoughtsModule.Name);
        await using var insert = source.CreateCommand(Insert);
        insert.Parameters.AddWithValue("username", username);
        insert.Parameters.AddWithValue("text", text);
        await insert.ExecuteNonQueryAsync();
    }

    private static async Task RunAsync(TestDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.Administrator + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
