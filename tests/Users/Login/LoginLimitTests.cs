using Dapper;
using MyThoughts.Support;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Tests.Login;

public sealed class LoginLimitTests
{
    private const string Elsewhere = "198.51.100.7";

    private readonly TestClock clock = new(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private int networks;
    private string here = "";
    private TestDatabase database = null!;
    private UsersSide monolith = null!;
    private UsersSide service = null!;

    // A network of its own for each test, and nothing in the window that others left.
    [SetUp]
    public void SetUp()
    {
        here = $"203.0.113.{++networks}";
        clock.Now += TimeSpan.FromHours(1);
    }

    [OneTimeSetUp]
    public async Task StartSides()
    {
        database = await TestDatabase.CreateAsync(UsersModule.Definition);
        monolith = await UsersSide.StartAsync(database, clock);
        service = await UsersSide.StartAsync(database, clock);
        await monolith.Users.RegisterAsync(new("bruce", "password", ByAdministrator: true), default);
    }

    [OneTimeTearDown]
    public async Task StopSides()
    {
        await monolith.DisposeAsync();
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [TestCase("bruce"), TestCase("nobody")]
    public async Task Ten_wrong_passwords_in_a_row_are_the_limit_across_both_sides(string name)
    {
        for (var count = 0; count < 10; count++)
            (await LogInAsync(count % 2 == 0 ? monolith : service, name, "wrong")).Outcome.Should().Be(LogInOutcome.Refused);
        foreach (var side in new[] { monolith, service })
        {
            var refused = await LogInAsync(side, name, "password");
            refused.Outcome.Should().Be(LogInOutcome.TooManyAttempts);
            refused.RetryAfter.Should().Be(TimeSpan.FromMinutes(15));
        }
    }

    [Test]
    public async Task The_right_password_from_elsewhere_still_works()
    {
        await FailAsync(10);
        (await LogInAsync(service, "bruce", "password", Elsewhere)).Outcome.Should().Be(LogInOutcome.LoggedIn);
        (await LogInAsync(service, "bruce", "password")).Outcome.Should().Be(LogInOutcome.TooManyAttempts);
    }

    [Test]
    public async Task Other_spellings_of_a_name_are_the_same_name()
    {
        for (var count = 0; count < 10; count++) await LogInAsync(monolith, count % 2 == 0 ? "BRUCE" : "Bruce", "wrong");
        (await LogInAsync(monolith, "bruce", "password")).Outcome.Should().Be(LogInOutcome.TooManyAttempts);
    }

    [Test]
    public async Task A_success_starts_the_row_anew()
    {
        await FailAsync(9);
        (await LogInAsync(service, "bruce", "password")).Outcome.Should().Be(LogInOutcome.LoggedIn);
        await FailAsync(9);
        (await LogInAsync(service, "bruce", "password")).Outcome.Should().Be(LogInOutcome.LoggedIn);
    }

    [Test]
    public async Task The_limit_ends_when_the_window_does()
    {
        await FailAsync(1);
        clock.Now += TimeSpan.FromMinutes(10);
        await FailAsync(9);
        (await LogInAsync(monolith, "bruce", "password")).RetryAfter.Should().Be(TimeSpan.FromMinutes(5));
        clock.Now += TimeSpan.FromMinutes(5);
        (await LogInAsync(monolith, "bruce", "password")).Outcome.Should().Be(LogInOutcome.LoggedIn);
    }

    [Test]
    public async Task Two_hundred_from_one_network_are_the_limit_whatever_the_names()
    {
        for (var count = 0; count < 200; count++)
            (await LogInAsync(monolith, $"name{count}", "wrong")).Outcome.Should().Be(LogInOutcome.Refused);
        (await LogInAsync(service, "bruce", "password")).Outcome.Should().Be(LogInOutcome.TooManyAttempts);
        (await LogInAsync(service, "bruce", "password", Elsewhere)).Outcome.Should().Be(LogInOutcome.LoggedIn);
    }

    [Test]
    public async Task Of_many_guesses_at_once_ten_are_looked_at()
    {
        var guesses = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => LogInAsync(number % 2 == 0 ? monolith : service, "bruce", $"guess {number}")));
        guesses.Count(guess => guess.Outcome == LogInOutcome.Refused).Should().Be(10);
        guesses.Count(guess => guess.Outcome == LogInOutcome.TooManyAttempts).Should().Be(50);
    }

    [Test]
    public async Task Many_right_passwords_at_once_are_no_attack()
    {
        var logins = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => LogInAsync(number % 2 == 0 ? monolith : service, "bruce", "password")));
        logins.Should().OnlyContain(login => login.Outcome == LogInOutcome.LoggedIn);
    }

    [Test]
    public async Task A_name_that_does_not_exist_costs_a_hash_as_well()
    {
        var before = monolith.Hasher.Verified;
        await LogInAsync(monolith, "bruce", "wrong");
        await LogInAsync(monolith, "nobody", "wrong");
        (monolith.Hasher.Verified - before).Should().Be(2);
    }

    [Test]
    public async Task Beyond_the_limit_no_name_costs_a_hash()
    {
        await FailAsync(10);
        for (var count = 0; count < 10; count++) await LogInAsync(monolith, "nobody", "wrong");
        var before = monolith.Hasher.Verified;
        await LogInAsync(monolith, "bruce", "password");
        await LogInAsync(monolith, "nobody", "password");
        monolith.Hasher.Verified.Should().Be(before);
    }

    [Test]
    public async Task Old_attempts_are_removed_by_new_ones()
    {
        for (var count = 0; count < 50; count++) await LogInAsync(monolith, $"name{count}", "wrong");
        clock.Now += TimeSpan.FromMinutes(16);
        await FailAsync(1);
        await using var source = database.DataSource(UsersModule.Name);
        await using var connection = await source.OpenConnectionAsync();
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM users.login_attempt")).Should().Be(1);
    }

    private async Task FailAsync(int times)
    {
        for (var count = 0; count < times; count++)
            (await LogInAsync(monolith, "bruce", "wrong")).Outcome.Should().Be(LogInOutcome.Refused);
    }

    private Task<LogInResult> LogInAsync(UsersSide side, string name, string password, string? network = null) =>
        side.Users.LogInAsync(new(name, password, network ?? here), default);
}
