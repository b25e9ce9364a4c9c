using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using MyThoughts.Chassis.Security;
using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Security;

public sealed class CachedTokenKeysTests
{
    private static readonly RSA Pair = RSA.Create(2048);

    private readonly TestClock clock = new(TestTokens.Now);
    private int fetches;
    private Func<IReadOnlyList<TokenKey>> published = () => [];

    [OneTimeTearDown]
    public void DisposeKey() => Pair.Dispose();

    [SetUp]
    public void SetUp() => (fetches, published) = (0, () => [TestTokens.PublicHalf(Pair, "first")]);

    [Test]
    public async Task Keys_are_fetched_at_first_need_and_once_for_everybody()
    {
        using var keys = Keys();
        fetches.Should().Be(0);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => keys.KeysAsync("first", default).AsTask()));
        (await keys.KeysAsync(null, default)).Should().ContainSingle(key => key.Id == "first");
        fetches.Should().Be(1);
    }

    [Test]
    public async Task A_new_key_is_known_as_soon_as_a_token_names_it()
    {
        using var keys = Keys();
        await keys.KeysAsync("first", default);
        published = () => [TestTokens.PublicHalf(Pair, "second"), TestTokens.PublicHalf(Pair, "first")];
        (await keys.KeysAsync("second", default))!.Select(key => key.Id).Should().Equal("second", "first");
    }

    [Test]
    public async Task Names_that_do_not_exist_cannot_make_it_fetch_without_end()
    {
        using var keys = Keys();
        for (var number = 0; number < 1000; number++) await keys.KeysAsync($"made up {number}", default);
        fetches.Should().BeInRange(2, 20);
    }

    [Test]
    public async Task The_last_good_keys_stay_while_the_other_end_is_away()
    {
        using var keys = Keys();
        await keys.KeysAsync("first", default);
        published = () => throw new HttpRequestException("away");
        (await keys.KeysAsync("second", default)).Should().ContainSingle(key => key.Id == "first");
    }

    [Test]
    public async Task Old_keys_are_replaced_in_the_background()
    {
        using var keys = Keys();
        await keys.KeysAsync("first", default);
        published = () => [TestTokens.PublicHalf(Pair, "second")];
        clock.Now += TimeSpan.FromMinutes(2);
        (await keys.KeysAsync("first", default)).Should().ContainSingle();
        await Eventually.HoldsAsync(async () => (await keys.KeysAsync(null, default))![0].Id == "second", "the new key is known");
        (await keys.KeysAsync("second", default)).Should().ContainSingle(key => key.Id == "second");
    }

    [Test]
    public async Task Who_gives_up_waiting_does_not_end_it_for_the_others()
    {
        var release = new TaskCompletionSource();
        using var keys = new CachedTokenKeys("a test", async _ => { await release.Task; return published(); }, clock, NullLogger<CachedTokenKeys>.Instance);
        using var impatient = new CancellationTokenSource();
        var (first, second) = (keys.KeysAsync("first", impatient.Token).AsTask(), keys.KeysAsync("first", default).AsTask());
        await impatient.CancelAsync();
        await ((Func<Task>)(() => first)).Should().ThrowAsync<OperationCanceledException>();
        release.SetResult();
        (await second).Should().ContainSingle();
    }

    private CachedTokenKeys Keys() => new(
        "a test",
        async _ =>
        {
            Interlocked.Increment(ref fetches);
            await Task.Yield();
            return published();
        },
        clock,
        NullLogger<CachedTokenKeys>.Instance);
}
