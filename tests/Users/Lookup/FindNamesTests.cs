using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using MyThoughts.Chassis.Http;
using MyThoughts.Support;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Tests.Lookup;

/// <summary>Which of many names are somebody's, in process and remotely.</summary>
public sealed class FindNamesTests
{
    private const string Composed = "Jos\u00E9";
    private const string Combining = "Jose\u0301";
    private TestDatabase database = null!;
    private UsersSide side = null!;
    private HttpClient client = null!;

    private IUsers[] Both => [side.Users, new RemoteUsers(client)];

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await TestDatabase.CreateAsync(UsersModule.Definition);
        side = await UsersSide.StartAsync(database);
        client = new() { BaseAddress = side.Address };
        foreach (var name in (string[])["Bruce", Composed, "Νίκος", "two words"]) await AddAsync(name);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client.Dispose();
        await side.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Those_that_are_come_as_asked_for_and_as_registered_whatever_case_and_composition()
    {
        string[] names = ["BRUCE", "bruce", "nobody", "bruc", Combining, Combining.ToUpperInvariant(), "ΝΊΚΟΣ", "TWO words", "", " ", "b%", "'; --"];
        foreach (var users in Both)
        {
            (await FindAsync(users, names)).Should().BeEquivalentTo([
                new KnownName("BRUCE", "Bruce"), new("bruce", "Bruce"), new(Combining, Composed), new(Combining.ToUpperInvariant(), Composed),
                new("ΝΊΚΟΣ", "Νίκος"), new("TWO words", "two words")]);
            (await FindAsync(users)).Should().BeEmpty();
        }
    }

    [Test]
    public async Task What_no_database_can_be_asked_is_nobodys_name()
    {
        foreach (var users in Both)
            (await FindAsync(users, "nul\0", "half\uD83D", new('x', 1_000), "Bruce")).Should().ContainSingle().Which.Username.Should().Be("Bruce");
    }

    [Test]
    public async Task A_deleted_account_has_no_name()
    {
        await AddAsync("Leaver");
        await side.Users.DeleteAsync(new("Leaver", "password", "198.51.100.1"), default);
        foreach (var users in Both) (await FindAsync(users, "leaver")).Should().BeEmpty();
    }

    [Test]
    public async Task Names_beyond_a_hundred_are_not_looked_at()
    {
        string[] others = [.. Enumerable.Range(0, FindNames.Most).Select(number => $"nobody{number}")];
        foreach (var users in Both)
        {
            (await FindAsync(users, [.. others[1..], "bruce"])).Should().ContainSingle();
            (await FindAsync(users, [.. others, "bruce"])).Should().BeEmpty();
        }
    }

    [Test]
    public void A_hundred_of_the_longest_names_fit_into_the_64_KB_that_a_host_reads() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new FindNames([.. Enumerable.Repeat(string.Concat(Enumerable.Repeat("𝕏", 50)), FindNames.Most)]), JsonSerializerOptions.Web).Length.Should().BeInRange(60_000, 64 * 1024);

    [Test]
    public async Task A_host_of_an_earlier_version_that_cannot_be_asked_counts_as_away()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapContractGroup("users").MapGet("/find", () => "what it could be asked then");
        await app.StartAsync();
        using var earlier = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        var find = async () => await FindAsync(new RemoteUsers(earlier), "bruce");
        await find.Should().ThrowAsync<NeighbourUnavailableException>();
    }

    private static Task<IReadOnlyList<KnownName>> FindAsync(IUsers users, params string[] names) => users.FindNamesAsync(new(names), default);

    private async Task AddAsync(string name) => (await side.Users.RegisterAsync(new(name, "password", ByAdministrator: true), default)).Outcome.Should().Be(RegisterUserOutcome.Registered);
}
