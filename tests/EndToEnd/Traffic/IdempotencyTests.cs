using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Traffic;

/// <summary>A post that is sent to both sides at the same moment, with one key, is one thought.</summary>
[Category(Claim.Category), Category("idempotency")]
internal sealed class IdempotencyTests
{
    private const int People = 8;
    private static readonly int PostsEach = Claim.Size(5, 125);

    [Test]
    public async Task Each_post_sent_twice_at_once_to_both_sides_is_one_thought_with_one_answer()
    {
        var thoughts = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => PostTwiceAsync()));
        thoughts.Should().AllBeEquivalentTo(PostsEach);
        Claim.Holds("Posts sent twice at the same moment to both sides with one Idempotency-Key", $"{People * PostsEach} posts, {thoughts.Sum()} thoughts");
    }

    private static async Task<int> PostTwiceAsync()
    {
        var author = await Topology.Monolith.NewAuthorAsync();
        for (var number = 0; number < PostsEach; number++)
        {
            var key = Guid.NewGuid().ToString();
            var answers = await Task.WhenAll(
                PostAsync(author, TheSystem.Monolith, key, number), PostAsync(author, TheSystem.Service("thoughts"), key, number));
            answers.Select(answer => answer.Status).Should().AllBeEquivalentTo(201);
            answers[0].Text.Should().Be(answers[1].Text);
        }
        return (await author.OwnThoughtsAsync()).Count;
    }

    private static Task<Answer> PostAsync(Author author, HostProcess host, string key, int number) => author.Visitor.At(host).SendAsync(
        new(HttpMethod.Post, "/api/me/thoughts/")
        {
            Headers = { { "Idempotency-Key", key } },
            Content = new StringContent($$"""{"text":"Twice, number {{number}}"}""", System.Text.Encoding.UTF8, "application/json"),
        });
}
