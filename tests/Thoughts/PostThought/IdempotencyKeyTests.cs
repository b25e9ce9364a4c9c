using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Support;

namespace MyThoughts.Thoughts.Tests.Posting;

/// <summary>Asking twice with one key posts once, whichever side is asked.</summary>
internal sealed class IdempotencyKeyTests
{
    private readonly TestClock clock = new(DateTimeOffset.UtcNow);
    private TestDatabase database = null!;
    private ThoughtsSide side = null!;
    private ThoughtsSide other = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await TestDatabase.CreateAsync(ThoughtsModule.Definition);
        side = await ThoughtsSide.StartAsync(database, clock);
        other = await ThoughtsSide.StartAsync(database, clock);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await side.DisposeAsync();
        await other.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task The_same_key_and_text_get_the_same_answer_and_one_thought()
    {
        var key = NewKey();
        var first = await PostAsync(side, key, "Tea?");
        var second = await PostAsync(other, key, "Tea?");
        (second.Status, second.Body).Should().Be((HttpStatusCode.Created, first.Body));
        (await CountAsync("Tea?")).Should().Be(1);
    }

    [Test]
    public async Task Asked_on_both_sides_at_once_one_waits_for_the_other()
    {
        foreach (var number in Enumerable.Range(0, 20))
        {
            var key = NewKey();
            var answers = await Task.WhenAll(PostAsync(side, key, $"At once {number}"), PostAsync(other, key, $"At once {number}"));
            answers.Select(answer => answer.Body).Distinct().Should().ContainSingle();
            (await CountAsync($"At once {number}")).Should().Be(1);
        }
    }

    [Test]
    public async Task The_same_key_with_another_text_is_refused_and_says_what_to_do()
    {
        var key = NewKey();
        await PostAsync(side, key, "Coffee?");
        var answer = await PostAsync(other, key, "Tea, rather?");
        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Body.Should().Contain("Make a new key");
        (await CountAsync("Tea, rather?")).Should().Be(0);
    }

    [Test]
    public async Task Keys_are_each_authors_own()
    {
        var key = NewKey();
        await PostAsync(side, key, "Mine", "bruce");
        (await PostAsync(side, key, "Mine too", "stephen")).Status.Should().Be(HttpStatusCode.Created);
    }

    [Test]
    public async Task A_refused_post_uses_up_no_key()
    {
        var key = NewKey();
        (await PostAsync(side, key, " ")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await PostAsync(side, key, "Better")).Status.Should().Be(HttpStatusCode.Created);
    }

    [Test]
    public async Task The_answer_stays_the_same_when_the_thought_is_deleted_meanwhile()
    {
        var key = NewKey();
        var first = await PostAsync(side, key, "Soon gone");
        var id = (await side.Thoughts.ListAsync(new(Containing: "Soon gone"), CancellationToken.None).ToListAsync()).Single().Id;
        await side.Thoughts.DeleteAsync(new(id, "bruce"), CancellationToken.None);
        (await PostAsync(side, key, "Soon gone")).Body.Should().Be(first.Body);
        (await CountAsync("Soon gone")).Should().Be(0);
    }

    [Test]
    public async Task After_a_day_a_key_is_over_and_is_removed()
    {
        var key = NewKey();
        var first = await PostAsync(side, key, "Every day");
        clock.Now += TimeSpan.FromHours(24);
        (await PostAsync(side, key, "Every day")).Body.Should().NotBe(first.Body);
        clock.Now += TimeSpan.FromHours(24);
        var keys = side.Services.GetRequiredService<IdempotencyKeys>();
        while (await keys.PurgeAsync(most: 3, CancellationToken.None) > 0) { }
        (await side.AskAsync<long>("SELECT count(*) FROM thoughts.idempotency_key")).Should().Be(0);
    }

    [TestCase(""), TestCase("with space"), TestCase(256)]
    public async Task A_key_that_is_none_is_named_with_its_limit(object key)
    {
        var answer = await PostAsync(side, key is int length ? new string('k', length) : (string)key, "Anything");
        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Body.Should().Contain("Idempotency-Key").And.Contain("255");
    }

    [Test]
    public async Task A_key_of_other_letters_is_refused_by_the_module_too() =>
        (await side.Thoughts.PostAsync(new("bruce", "Anything", "ümlaut"), CancellationToken.None)).Errors.Should().ContainKey("Idempotency-Key");

    private static string NewKey() => Guid.NewGuid().ToString();

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(ThoughtsSide side, string key, string text, string username = "bruce")
    {
        using var client = side.NewClient(username);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/me/thoughts/") { Content = JsonContent.Create(new { text }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key).Should().BeTrue();
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<long> CountAsync(string text) =>
        side.AskAsync<long>($"SELECT count(*) FROM thoughts.thought WHERE text = '{text}'");
}
