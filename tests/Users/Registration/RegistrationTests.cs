using MyThoughts.Support;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Registration;

namespace MyThoughts.Users.Tests.Registration;

public sealed class RegistrationTests
{
    private TestDatabase database = null!;
    private UsersSide side = null!;

    private static string Combining => "Jose\u0301";

    private static string Composed => "Jos\u00E9";

    [OneTimeSetUp]
    public async Task SetUp()
    {
        database = await TestDatabase.CreateAsync(UsersModule.Definition);
        side = await UsersSide.StartAsync(database);
    }

    [OneTimeTearDown]
    public async Task TearDown()
    {
        await side.DisposeAsync();
        await database.DisposeAsync();
    }

    [TestCase("a", ExpectedResult = true), TestCase("two words", ExpectedResult = true), TestCase(" spaces around ", ExpectedResult = true), TestCase("a/b", ExpectedResult = false), TestCase("", ExpectedResult = false)]
    [TestCase("   ", ExpectedResult = false), TestCase("tab\there", ExpectedResult = false), TestCase("nul\0", ExpectedResult = false)]
    [TestCase("new\nline", ExpectedResult = false), TestCase("line\u2028separator", ExpectedResult = false), TestCase("\u0085", ExpectedResult = false)]
    [TestCase("<script>alert(1)</script>", ExpectedResult = false), TestCase("<b>O'Neil & \"sons\"; --", ExpectedResult = true), TestCase("雪だるま☃", ExpectedResult = true)]
    public async Task<bool> An_administrator_may_register_any_name_of_the_rules(string name) => await AddAsync(name, "p") == RegisterUserOutcome.Registered;

    [TestCase("bob", ExpectedResult = true), TestCase("José-Ångström_99.x", ExpectedResult = true), TestCase("ab", ExpectedResult = false), TestCase("two words", ExpectedResult = false)]
    [TestCase(".bob", ExpectedResult = false), TestCase("bob.", ExpectedResult = false), TestCase("-bob", ExpectedResult = false), TestCase("a@b", ExpectedResult = false)]
    [TestCase("émoji😀", ExpectedResult = false), TestCase("zero\u200Bwidth", ExpectedResult = false), TestCase("右から左\u202E", ExpectedResult = false), TestCase("हिन्दी", ExpectedResult = true)]
    public async Task<bool> Who_signs_up_gets_a_name_that_can_be_mentioned(string name) =>
        (await side.Users.RegisterAsync(new(name, "correct horse"), default)).Outcome == RegisterUserOutcome.Registered;

    [TestCase("1234567", ExpectedResult = false), TestCase("12345678", ExpectedResult = true), TestCase("", ExpectedResult = false), TestCase("with nul\0", ExpectedResult = false)]
    [TestCase("😀😀😀😀😀😀😀😀", ExpectedResult = true), TestCase("😀😀😀😀", ExpectedResult = false), TestCase("        ", ExpectedResult = true)]
    public async Task<bool> Who_signs_up_gets_a_password_of_eight_code_points(string password) =>
        (await side.Users.RegisterAsync(new($"user{Guid.NewGuid():N}", password), default)).Outcome == RegisterUserOutcome.Registered;

    [Test]
    public async Task Fifty_code_points_fit_however_they_are_written()
    {
        (await AddAsync(string.Concat(Enumerable.Repeat("😀", 50)), "p")).Should().Be(RegisterUserOutcome.Registered);
        (await AddAsync(string.Concat(Enumerable.Repeat("😀", 51)), "p")).Should().Be(RegisterUserOutcome.Invalid);
        (await AddAsync(string.Concat(Enumerable.Repeat("e\u0301", 50)), "p")).Should().Be(RegisterUserOutcome.Registered);
        (await AddAsync(string.Concat(Enumerable.Repeat("\u0958", 50)), "p")).Should().Be(RegisterUserOutcome.Invalid, "normalization makes two of each");
        (await AddAsync(new('x', 10_000_000), "p")).Should().Be(RegisterUserOutcome.Invalid);
        (await AddAsync("long password", new('x', 128))).Should().Be(RegisterUserOutcome.Registered);
        (await AddAsync("longer password", new('x', 129))).Should().Be(RegisterUserOutcome.Invalid);
    }

    // Not among the cases: an attribute cannot hold half a character.
    [Test]
    public async Task Half_a_surrogate_pair_is_no_text()
    {
        (await AddAsync("half \ud83d", "p")).Should().Be(RegisterUserOutcome.Invalid);
        (await AddAsync("a whole name", "half \ude00")).Should().Be(RegisterUserOutcome.Invalid);
        (await side.Users.FindAsync("half \ud83d", default)).Should().BeNull();
    }

    [Test]
    public async Task Errors_name_every_wrong_field()
    {
        var result = await side.Users.RegisterAsync(new("", ""), default);
        result.Errors.Keys.Should().BeEquivalentTo("Username", "Password");
        result.Errors.Values.Should().OnlyContain(messages => messages.Length == 1);
    }

    [Test]
    public async Task A_name_is_one_name_in_every_case_and_normalization()
    {
        var registered = await side.Users.RegisterAsync(new(Combining, "p", ByAdministrator: true), default);
        registered.User!.Username.Should().Be(Composed);
        foreach (var spelled in new[] { Composed, Combining, Composed.ToUpperInvariant(), "JOSE\u0301", "josé" })
        {
            (await AddAsync(spelled, "p")).Should().Be(RegisterUserOutcome.Taken, spelled);
            (await side.Users.FindAsync(spelled, default)).Should().Be(registered.User, spelled);
            (await side.Users.LogInAsync(new(spelled, "p", "here"), default)).Outcome.Should().Be(LogInOutcome.LoggedIn, spelled);
        }
    }

    [TestCase("ΟΔΥΣΣΕΥΣ", "Οδυσσευς"), TestCase("МОСКВА", "москва"), TestCase("\u212Aelvin", "kelvin")]
    public async Task Case_is_ignored_in_every_script(string first, string second)
    {
        await AddAsync(first, "p");
        (await AddAsync(second, "p")).Should().Be(RegisterUserOutcome.Taken);
    }

    [Test]
    public async Task Of_many_who_want_one_name_at_once_one_gets_it()
    {
        await using var other = await UsersSide.StartAsync(database);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            (number % 2 == 0 ? side : other).Users.RegisterAsync(new(number % 3 == 0 ? "RACE" : "race", "password"), default)));
        results.Count(result => result.Outcome == RegisterUserOutcome.Registered).Should().Be(1);
        results.Count(result => result.Outcome == RegisterUserOutcome.Taken).Should().Be(19);
    }

    [TestCase("no\0body"), TestCase(""), TestCase("%"), TestCase("_____"), TestCase("' OR 1=1 --")]
    public async Task Nobody_is_found_by_what_is_no_name(string name) => (await side.Users.FindAsync(name, default)).Should().BeNull();

    [Test]
    public async Task Demo_users_are_written_once_and_can_log_in()
    {
        await DemoUsers.SeedAsync(side.Services, default);
        await DemoUsers.SeedAsync(side.Services, default);
        foreach (var name in new[] { "bruce", "stephen" })
            (await side.Users.LogInAsync(new(name, "password", "here"), default)).Outcome.Should().Be(LogInOutcome.LoggedIn);
    }

    private async Task<RegisterUserOutcome> AddAsync(string name, string password) =>
        (await side.Users.RegisterAsync(new(name, password, ByAdministrator: true), default)).Outcome;
}
