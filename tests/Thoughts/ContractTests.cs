using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Tests;

/// <summary>What neighbours may rely on, wherever the module runs: callers never know. Of the feed <see cref="Changes.FeedTests"/> says more.</summary>
[TestFixture(HostingMode.InProcess), TestFixture(HostingMode.Remote)]
internal sealed class ContractTests(HostingMode mode)
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static int authors;
    private ThoughtsSide side = null!;
    private HttpClient client = null!;
    private IThoughts thoughts = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        side = await ThoughtsSide.StartAsync();
        client = RemoteClient.To(ThoughtsModule.Name, side.Client.BaseAddress!);
        thoughts = mode == HostingMode.InProcess ? side.Thoughts : new RemoteThoughts(client);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client.Dispose();
        await side.DisposeAsync();
    }

    [Test]
    public async Task A_thought_is_posted_with_its_place_in_the_feed_and_found_as_it_was_posted()
    {
        var posted = await thoughts.PostAsync(new("bruce", "it's \"quoted\" & 😀\n"), Never);
        (posted.Errors.Count, posted.Refusal).Should().Be((0, null));
        (await thoughts.FindAsync(posted.Thought!.Id, Never)).Should().Be(posted.Thought);
        (await thoughts.ChangeOfAsync(posted.Thought.Id, Never)).Should().Be(new ThoughtChange(posted.Position!.Value, posted.Thought.Id, posted.Thought));
        (await thoughts.FindAsync(posted.Thought.Id + 1_000, Never)).Should().BeNull();
    }

    [Test]
    public async Task What_is_wrong_with_a_thought_is_said_by_field()
    {
        (await thoughts.PostAsync(new("bruce", " "), Never)).Errors.Should().ContainKey("text");
        (await thoughts.PostAsync(new("", "Anything"), Never)).Errors.Should().ContainKey("username");
        (await thoughts.PostAsync(new("bruce", "Anything", "with space"), Never)).Errors.Should().ContainKey("Idempotency-Key");
    }

    [Test]
    public async Task One_key_posts_once_and_only_what_it_was_used_for()
    {
        var first = await thoughts.PostAsync(new("bruce", "Once", "key-1"), Never);
        (await thoughts.PostAsync(new("bruce", "Once", "key-1"), Never)).Should().BeEquivalentTo(first);
        (await thoughts.PostAsync(new("bruce", "Twice", "key-1"), Never)).Refusal.Should().Be(PostThoughtRefusal.KeyReused);
    }

    [Test]
    public async Task An_author_whose_account_is_deleted_is_refused()
    {
        var author = NewAuthor();
        side.Users.Delete(author);
        await Eventually.HoldsAsync(async () => (await thoughts.PostAsync(new(author, "Still here?"), Never)).Refusal == PostThoughtRefusal.AuthorDeleted, "it is refused");
    }

    [Test]
    public async Task A_list_is_by_author_and_text_in_either_order_from_anywhere_and_as_long_as_asked_for()
    {
        var author = NewAuthor();
        var ids = new List<long>();
        foreach (var text in (string[])["One +&%=#", "two", "ONE more", "three"]) ids.Add((await side.PostAsync(text, author)).Id);

        (await ListAsync(new(author))).Should().Equal(ids);
        (await ListAsync(new(author.ToUpperInvariant(), "one", NewestFirst: true))).Should().Equal(ids[2], ids[0]);
        (await ListAsync(new(author, "+&%=#"))).Should().Equal(ids[0]);
        (await ListAsync(new(author, NewestFirst: true, Limit: 2))).Should().Equal(ids[3], ids[2]);
        (await ListAsync(new(author, NewestFirst: true, After: ids[2]))).Should().Equal(ids[1], ids[0]);
        (await ListAsync(new(author, After: ids[1], Limit: 1))).Should().Equal(ids[2]);
        (await ListAsync(new(author, "\0"))).Should().BeEmpty();
        (await ListAsync(new("nobody/with ?everything&"))).Should().BeEmpty();
        (await ListAsync(new())).Should().Contain(ids).And.BeInAscendingOrder();
        var page = await thoughts.PageAsync(new(author, Limit: 3), Never);
        (page.Thoughts.Select(thought => thought.Id), page.Next, page.IsPart).Should().BeEquivalentTo((ids.Take(3), ids[2], false));
        (await thoughts.PageAsync(new(author, "one", Limit: 1, After: ids[0]), Never)).Should().BeEquivalentTo(new { Thoughts = new[] { new { Id = ids[2] } }, Next = (long?)null });
        (await thoughts.PageAsync(new(author, "\0", Limit: 1), Never)).Thoughts.Should().BeEmpty();
    }

    [Test]
    public async Task A_deletion_is_its_authors_or_an_administrators_and_once_made_stays_where_it_stands()
    {
        var thought = await side.PostAsync("Soon gone");
        (await thoughts.DeleteAsync(new(thought.Id, "stephen"), Never)).Should().Be(new DeleteThoughtResult(DeleteThoughtOutcome.NotYours));
        var deleted = await thoughts.DeleteAsync(new(thought.Id, "Bruce"), Never);
        deleted.Outcome.Should().Be(DeleteThoughtOutcome.Deleted);
        (await thoughts.DeleteAsync(new(thought.Id, null), Never)).Should().Be(deleted);
        (await thoughts.DeleteAsync(new(thought.Id, "stephen"), Never)).Should().Be(new DeleteThoughtResult(DeleteThoughtOutcome.NotFound));
        (await thoughts.FindAsync(thought.Id, Never)).Should().BeNull();
        (await thoughts.ChangeOfAsync(thought.Id, Never)).Should().Be(new ThoughtChange(deleted.Position!.Value, thought.Id, null));
    }

    [Test]
    public async Task Who_has_not_passed_a_change_is_named_until_it_has()
    {
        var position = (await thoughts.PostAsync(new("bruce", "Anything"), Never)).Position!.Value;
        (await thoughts.WaitUntilPassedAsync(position, TimeSpan.FromMilliseconds(50), Never)).Should().Equal("search");
        (await thoughts.WaitUntilPassedAsync(FeedCursor.Start, TimeSpan.Zero, Never)).Should().BeEmpty();

        var status = await thoughts.FeedStatusAsync(Never);
        status.Head.Should().BeGreaterThanOrEqualTo(position);
        status.Readers.Should().ContainSingle(reader => reader.Name == "search").Which.Behind.Should().Be(status.Rows);
    }

    private static string NewAuthor() => $"author{Interlocked.Increment(ref authors)}";

    private Task<List<long>> ListAsync(ListThoughts query) => thoughts.ListAsync(query, Never).Select(thought => thought.Id).ToListAsync().AsTask();
}
