using System.Globalization;
using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class LogInLimitTests(Topology topology)
{
    private const int MostForOneName = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    [Test]
    public async Task After_ten_wrong_passwords_a_name_has_to_wait_and_only_in_that_network()
    {
        var username = await topology.RegisterAsync();
        var guesser = topology.NewVisitor();

        await GuessAsync(guesser, username, MostForOneName);

        ShouldHaveToWait(await TryAsync(guesser, username, "wrong"));
        ShouldHaveToWait(await TryAsync(guesser, username, Names.Password));
        (await TryAsync(topology.NewVisitor(), username, Names.Password)).Status.Should().Be(200, "the right password from elsewhere still works");
    }

    [Test]
    public async Task A_name_that_does_not_exist_has_to_wait_just_the_same()
    {
        var guesser = topology.NewVisitor();
        var nobody = Names.Unique("nobody");

        await GuessAsync(guesser, nobody, MostForOneName);

        ShouldHaveToWait(await TryAsync(guesser, nobody, "wrong"));
    }

    [Test]
    public async Task Capitals_do_not_make_more_tries()
    {
        var username = await topology.RegisterAsync();
        var guesser = topology.NewVisitor();

        await GuessAsync(guesser, username, MostForOneName / 2);
        await GuessAsync(guesser, username.ToUpperInvariant(), MostForOneName / 2);

        ShouldHaveToWait(await TryAsync(guesser, username, "wrong"));
    }

    [Test]
    public async Task The_login_page_says_that_one_has_to_wait()
    {
        var username = await topology.RegisterAsync();
        var guesser = topology.NewVisitor();
        await GuessAsync(guesser, username, MostForOneName);
        var form = (await guesser.OpenAsync("/login/")).Page.Form("/login/");

        var answer = await guesser.SubmitAsync(form, ("username", username), ("password", Names.Password));

        answer.Status.Should().Be(429);
        answer.Header("Retry-After").Should().NotBeNull();
        answer.Page.Headings.Should().ContainSingle();
    }

    private static async Task GuessAsync(Visitor guesser, string username, int times)
    {
        for (var time = 0; time < times; time++)
            (await TryAsync(guesser, username, $"guess {time}")).Status.Should().Be(401, "try {0} of {1} is within the limit", time + 1, MostForOneName);
    }

    private static Task<Answer> TryAsync(Visitor visitor, string username, string password) =>
        visitor.PostJsonAsync("/api/login/", new { username, password });

    private static void ShouldHaveToWait(Answer answer)
    {
        answer.ShouldBeAProblem(429);
        var seconds = int.Parse(answer.Header("Retry-After")!, CultureInfo.InvariantCulture);
        seconds.Should().BeInRange(1, (int)Window.TotalSeconds);
    }
}
